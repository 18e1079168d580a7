# Users and groups: made, listed, filtered, walked over.
# A case is its title, what is typed, what is printed (`#=>`), and its status when it is not 0 (`#exit`).

### users with a filter contains
for u in alice bob carol-dev dave-dev; do aws iam create-user --user-name $u > /dev/null; done
aws iam list-users --query 'Users[?contains(UserName, `dev`)].UserName' --output text
#=> carol-dev	dave-dev

### users with starts_with and json
for u in alice bob; do aws iam create-user --user-name $u --output text > /dev/null; done
aws iam list-users --query "Users[?starts_with(UserName, 'a')].[UserName]" --output text
#=> admin
#=> alice

### multiselect hash as table
aws iam create-user --user-name alice >/dev/null
aws iam list-users --query 'Users[].{Name:UserName,Path:Path}' --output table
#=> -------------------
#=> |    ListUsers    |
#=> +--------+--------+
#=> |  Name  | Path   |
#=> +--------+--------+
#=> |  admin |  /     |
#=> |  alice |  /     |
#=> +--------+--------+

### output text to xargs
for u in alice bob; do aws iam create-user --user-name $u > /dev/null; done
aws iam list-users --query "Users[?UserName!='admin'].UserName" --output text | xargs -n1 aws iam delete-user --user-name
aws iam list-users --query 'length(Users)'
#=> 1

### xargs with placeholder
for u in alice bob; do aws iam create-user --user-name $u > /dev/null; done
aws iam create-group --group-name devs > /dev/null
aws iam list-users --query 'Users[].UserName' --output text | tr '\t' '\n' | xargs -I{} aws iam add-user-to-group --user-name {} --group-name devs
aws iam get-group --group-name devs --query 'Users[*].UserName' --output json
#=> [
#=>     "admin",
#=>     "alice",
#=>     "bob"
#=> ]

### while read over lines
for u in alice bob; do aws iam create-user --user-name $u > /dev/null; done
aws iam list-users --query 'Users[].[UserName,Arn]' --output text | while read -r name arn; do
  echo "$name -> ${arn##*/}"
done
#=> admin -> admin
#=> alice -> alice
#=> bob -> bob

### jq compact and select
for u in alice bob; do aws iam create-user --user-name $u --path /dev/ > /dev/null; done
aws iam list-users | jq -c '.Users[] | select(.Path=="/dev/") | {n: .UserName, p: .Path}'
#=> {"n":"alice","p":"/dev/"}
#=> {"n":"bob","p":"/dev/"}

### or
aws iam get-user --user-name nobody 2>/dev/null || aws iam create-user --user-name nobody --query User.UserName --output text
#=> nobody

### function
create_user() {
  local name=$1 group=${2:-devs}
  aws iam create-user --user-name "$name" --query User.UserName --output text
  aws iam add-user-to-group --user-name "$name" --group-name "$group"
}
aws iam create-group --group-name devs --query Group.GroupName --output text
create_user alice
aws iam list-groups-for-user --user-name alice --query 'Groups[0].GroupName' --output text
#=> devs
#=> alice
#=> devs

### users without MFA
aws iam create-user --user-name alice > /dev/null
for u in $(aws iam list-users --query 'Users[].UserName' --output text); do
  n=$(aws iam list-mfa-devices --user-name "$u" --query 'length(MFADevices)')
  [ "$n" -eq 0 ] && echo "$u has no MFA"
done
#=> admin has no MFA
#=> alice has no MFA

### access keys older than 90 days
aws iam create-user --user-name old > /dev/null
aws iam create-access-key --user-name old > /dev/null
sleep 7776000
limit=$(date -u -d '-89 days' +%Y-%m-%dT%H:%M:%SZ)
aws iam list-access-keys --user-name old --query "AccessKeyMetadata[?CreateDate<='$limit'].UserName" --output text
#=> old

### sort_by and reverse
for u in carol alice bob; do aws iam create-user --user-name $u > /dev/null; sleep 60; done
aws iam list-users --query 'reverse(sort_by(Users,&CreateDate))[0].UserName' --output text
#=> bob

### join and to_string
aws iam list-users --query "join(', ', Users[].UserName)" --output text
#=> admin

### yaml
aws iam get-user --user-name admin --query 'User.{n:UserName,a:Arn}' --output yaml
#=> a: arn:aws:iam::111122223333:user/admin
#=> n: admin

### column and sort
for u in bob alice; do aws iam create-user --user-name $u > /dev/null; done
aws iam list-users --output text --query 'Users[*].[UserName,Path]' | sort | column -t
#=> admin  /
#=> alice  /
#=> bob    /

### brace expansion and seq
for i in {1..3}; do aws iam create-user --user-name user$i --query User.UserName --output text; done
#=> user1
#=> user2
#=> user3

### command substitution with backticks
aws iam get-user --user-name `aws iam list-users --query 'Users[0].UserName' --output text` --query User.Arn --output text
#=> arn:aws:iam::111122223333:user/admin

### csv by jq
for u in alice bob; do aws iam create-user --user-name $u > /dev/null; done
aws iam list-users | jq -r '["name","path"], (.Users[] | [.UserName, .Path]) | @csv'
#=> "name","path"
#=> "admin","/"
#=> "alice","/"
#=> "bob","/"

### associative array
declare -A groups=([alice]=admins [bob]=devs)
for g in admins devs; do aws iam create-group --group-name $g >/dev/null; done
for u in "${!groups[@]}"; do aws iam create-user --user-name $u >/dev/null; aws iam add-user-to-group --user-name $u --group-name ${groups[$u]}; done
aws iam get-group --group-name admins --query 'Users[].UserName' --output text
#=> alice

### bg and parallel
for i in 1 2 3; do aws iam create-user --user-name p$i > /dev/null & done; wait
aws iam list-users --query 'length(Users)'
#=> 4
