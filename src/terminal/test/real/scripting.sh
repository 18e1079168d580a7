# What scripts do around commands: statuses, traps, waiting, pages, reports.
# A case is its title, what is typed, what is printed (`#=>`), and its status when it is not 0 (`#exit`).

### wait for a user
aws iam create-user --user-name late > /dev/null && aws iam wait user-exists --user-name late && echo "there"
#=> there

### wait in vain
time=$(date +%s)
aws iam wait role-exists --role-name never; echo "status $?"
echo "$(( $(date +%s) - time )) seconds"
#=> status 255
#=> 19 seconds

### strict mode and trap
set -euo pipefail
trap 'echo "cleanup"; rm -f "$TMP"' EXIT
TMP=$(mktemp)
aws iam list-users --query 'Users[0].UserName' --output text > "$TMP"
cat "$TMP"
aws iam get-user --user-name nobody > /dev/null 2>&1
echo "never"
#=> admin
#=> cleanup
#exit 254

### if not
if ! aws iam get-role --role-name Deploy >/dev/null 2>&1; then
  echo "creating"
fi
#=> creating

### status of the error
aws iam get-role --role-name Deploy >/dev/null 2>err.txt || status=$?
echo "$status"
grep -o 'NoSuchEntity' err.txt
#=> 254
#=> NoSuchEntity

### error in a case
out=$(aws iam delete-user --user-name nobody 2>&1) || case "$out" in
  *NoSuchEntity*) echo "already gone" ;;
  *) echo "$out"; exit 1 ;;
esac
#=> already gone

### process substitution
for u in alice bob; do aws iam create-user --user-name $u > /dev/null; done
diff <(aws iam list-users --query 'Users[].UserName' --output text | tr '\t' '\n' | sort) <(printf 'admin\nalice\n')
echo "diff: $?"
#=> 3d2
#=> < bob
#=> diff: 1

### mapfile
for u in alice bob; do aws iam create-user --user-name $u > /dev/null; done
mapfile -t users < <(aws iam list-users --query 'Users[].UserName' --output text | tr '\t' '\n')
echo "${#users[@]}: ${users[*]}"
#=> 3: admin alice bob

### credential report decoded
aws iam generate-credential-report --query State --output text
sleep 10
aws iam get-credential-report --query Content --output text | base64 -d | cut -d, -f1,4,9 | head -3
#=> STARTED
#=> user,password_enabled,access_key_1_active
#=> <root_account>,not_supported,true
#=> admin,false,true

### until loop for the report
until [ "$(aws iam generate-credential-report --query State --output text)" = COMPLETE ]; do sleep 2; done
aws iam get-credential-report --output json | jq -r .Content | base64 --decode | awk -F, 'NR>1{print $1}'
#=> <root_account>
#=> admin

### paging
for i in $(seq 1 5); do aws iam create-group --group-name g$i > /dev/null; done
aws iam list-groups --max-items 2 --query 'Groups[].GroupName' --output text | head -n 1
token=$(aws iam list-groups --max-items 2 | jq -r .NextToken)
aws iam list-groups --max-items 2 --starting-token "$token" --query 'Groups[].GroupName' --output text | cut -c1-9
#=> g1	g2
#=> g3	g4
#=> NEXTTOKEN

### no output for empty
aws iam list-groups --query 'Groups[].GroupName' --output text
aws iam list-groups --query 'Groups[0].GroupName' --output text
aws iam list-groups --query 'Groups[].GroupName'
#=> None
#=> []

### chained with && and tee
aws iam create-group --group-name devs | tee out.json | jq -r .Group.Arn && grep -c GroupName out.json
#=> arn:aws:iam::111122223333:group/devs
#=> 1

### no-cli-pager and AWS_PAGER
export AWS_PAGER=""
aws iam list-users --no-cli-pager --query 'Users[0].UserName' --output text
aws --region us-west-2 --output text iam list-users --query 'Users[0].UserName'
#=> admin
#=> admin

### retry with backoff
n=0
until aws iam get-user --user-name later >/dev/null 2>&1 || [ $n -ge 3 ]; do n=$((n+1)); sleep $((2**n)); done
echo "tried $n times"
#=> tried 3 times

### unset variable under -u
set -u
aws iam get-user --user-name "$NAME" 2>&1
#exit 1

### dates
aws iam create-user --user-name dated --query User.CreateDate --output text
date -u +%FT%TZ
#=> 2026-11-23T09:00:00+00:00
#=> 2026-11-23T09:00:00Z

### printf -v and [[ =~ ]]
arn=$(aws sts get-caller-identity --query Arn --output text)
if [[ $arn =~ ^arn:aws:iam::([0-9]{12}):user/(.+)$ ]]; then echo "${BASH_REMATCH[1]} ${BASH_REMATCH[2]}"; fi
#=> 111122223333 admin

### jq with env and slurp
aws iam list-users --output json > a.json; aws iam list-groups --output json > b.json
jq -s '.[0] * .[1] | keys' a.json b.json
#=> [
#=>   "Groups",
#=>   "Users"
#=> ]

### python-free json pretty
aws iam get-user | jq '.User | {UserName, Arn}'
#=> {
#=>   "UserName": "admin",
#=>   "Arn": "arn:aws:iam::111122223333:user/admin"
#=> }

### help and version
aws --version | cut -d/ -f1,2 | cut -d. -f1
#=> aws-cli/2

### what changed in a policy
aws iam create-policy --policy-name P --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}' --query Policy.Arn --output text
arn=arn:aws:iam::111122223333:policy/P
aws iam create-policy-version --policy-arn $arn --set-as-default --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}' > /dev/null
version() { aws iam get-policy-version --policy-arn $arn --version-id $1 --query PolicyVersion.Document; }
diff -u <(version v1) <(version v2) | tail -n +3
#=> arn:aws:iam::111122223333:policy/P
#=> @@ -3,7 +3,7 @@
#=>      "Statement": [
#=>          {
#=>              "Effect": "Allow",
#=> -            "Action": "s3:*",
#=> +            "Action": "s3:Get*",
#=>              "Resource": "*"
#=>          }
#=>      ]

### a program that breaks, seen by jq
aws iam get-user --user-name nobody 2>&1 | jq . 
#exit 2

### jq without a filter, join and fewer members
aws iam get-user | jq | jq -j '.User | del(.UserId, .CreateDate, .Arn) | keys[]'
echo
aws iam get-user | jq -c '.User | .Tags.team = "shop" | del(.UserId, .CreateDate)'
#=> PathUserName
#=> {"Path":"/","UserName":"admin","Arn":"arn:aws:iam::111122223333:user/admin","Tags":{"team":"shop"}}
