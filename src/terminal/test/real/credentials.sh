# Who one is: profiles, roles, keys in the environment.
# A case is its title, what is typed, what is printed (`#=>`), and its status when it is not 0 (`#exit`).

### whoami by query
aws sts get-caller-identity --query Account --output text
#=> 111122223333

### account id in a variable
ACCOUNT_ID=$(aws sts get-caller-identity --query "Account" --output text)
echo "arn:aws:iam::${ACCOUNT_ID}:root"
#=> arn:aws:iam::111122223333:root

### export from assume-role with jq
aws iam create-role --role-name Auditor --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}' > /dev/null
export $(aws sts assume-role --role-arn arn:aws:iam::111122223333:role/Auditor --role-session-name cli | jq -r '.Credentials | "AWS_ACCESS_KEY_ID=\(.AccessKeyId) AWS_SECRET_ACCESS_KEY=\(.SecretAccessKey) AWS_SESSION_TOKEN=\(.SessionToken)"')
aws sts get-caller-identity --query Arn --output text
#=> arn:aws:sts::111122223333:assumed-role/Auditor/cli

### export with printf, as re:Post writes it
aws iam create-role --role-name Auditor --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}' > /dev/null
export $(printf "AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_SESSION_TOKEN=%s" \
$(aws sts assume-role \
--role-arn arn:aws:iam::111122223333:role/Auditor \
--role-session-name MySessionName \
--query "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]" \
--output text))
aws sts get-caller-identity --query Arn --output text
unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
aws sts get-caller-identity --query Arn --output text
#=> arn:aws:sts::111122223333:assumed-role/Auditor/MySessionName
#=> arn:aws:iam::111122223333:user/admin

### read three into variables
aws iam create-role --role-name Auditor --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}' > /dev/null
read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<< "$(aws sts assume-role --role-arn arn:aws:iam::111122223333:role/Auditor --role-session-name s1 --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)"
export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
aws sts get-caller-identity --query Arn --output text
#=> arn:aws:sts::111122223333:assumed-role/Auditor/s1

### creds json in a variable
aws iam create-role --role-name Auditor --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}' > /dev/null
CREDS=$(aws sts assume-role --role-arn arn:aws:iam::111122223333:role/Auditor --role-session-name s1 --output json)
export AWS_ACCESS_KEY_ID=$(echo "$CREDS" | jq -r .Credentials.AccessKeyId)
export AWS_SECRET_ACCESS_KEY=$(echo "$CREDS" | jq -r .Credentials.SecretAccessKey)
export AWS_SESSION_TOKEN=$(echo "$CREDS" | jq -r '.Credentials.SessionToken')
aws sts get-caller-identity | jq -r '.Arn | split("/") | last'
#=> s1

### export-credentials
eval "$(aws configure export-credentials --profile partner --format env)"
aws sts get-caller-identity --query Account --output text
#=> 444455556666

### AWS_PROFILE for one command
AWS_PROFILE=partner aws sts get-caller-identity --query Account --output text
aws sts get-caller-identity --query Account --output text
#=> 444455556666
#=> 111122223333

### all profiles
for p in $(aws configure list-profiles); do
  printf '%-12s %s\n' "$p" "$(aws sts get-caller-identity --profile "$p" --query Arn --output text)"
done
#=> default      arn:aws:iam::111122223333:user/admin
#=> partner      arn:aws:iam::444455556666:user/admin
#=> management   arn:aws:iam::999900001111:user/admin
#=> root         arn:aws:iam::111122223333:root

### role profile in config
aws iam create-role --role-name Auditor --profile partner --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}]}' > /dev/null
cat >> ~/.aws/config <<EOF
[profile audit]
role_arn = arn:aws:iam::444455556666:role/Auditor
source_profile = default
role_session_name = nightly
EOF
aws sts get-caller-identity --profile audit --output text --query Arn
#=> arn:aws:sts::444455556666:assumed-role/Auditor/nightly

### aws configure set
aws configure set region eu-west-1 --profile partner
aws configure set profile.audit.role_arn arn:aws:iam::444455556666:role/Auditor
aws configure get region --profile partner
cat ~/.aws/config
#=> eu-west-1
#=> [profile partner]
#=> region = eu-west-1
#=> [profile audit]
#=> role_arn = arn:aws:iam::444455556666:role/Auditor

### rotate keys in a loop
aws iam create-user --user-name ci > /dev/null
aws iam create-access-key --user-name ci > /dev/null
aws iam create-access-key --user-name ci > /dev/null
for key in $(aws iam list-access-keys --user-name ci --query 'AccessKeyMetadata[].AccessKeyId' --output text); do
  aws iam update-access-key --user-name ci --access-key-id "$key" --status Inactive
  aws iam delete-access-key --user-name ci --access-key-id "$key"
done
aws iam list-access-keys --user-name ci
#=> {
#=>     "AccessKeyMetadata": []
#=> }

### environment default output
export AWS_DEFAULT_OUTPUT=text AWS_DEFAULT_REGION=eu-central-1
aws iam list-users --query 'Users[].UserName'
aws configure list | awk '{print $1, $NF}' | tail -2
#=> admin
#=> secret_key :
#=> region 'AWS_DEFAULT_REGION']

### session token with MFA
aws iam create-virtual-mfa-device --virtual-mfa-device-name phone --outfile qr.png --bootstrap-method QRCodePNG --query VirtualMFADevice.SerialNumber --output text
#=> arn:aws:iam::111122223333:mfa/phone
