# Policies, roles and inputs: written in the shell, given from files, read again.
# A case is its title, what is typed, what is printed (`#=>`), and its status when it is not 0 (`#exit`).

### heredoc policy with quoted EOF
cat > policy.json <<'EOF'
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ListMine",
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::${aws:username}-files"
    }
  ]
}
EOF
POLICY_ARN=$(aws iam create-policy --policy-name list-mine --policy-document file://policy.json --query 'Policy.Arn' --output text)
echo $POLICY_ARN
aws iam get-policy-version --policy-arn $POLICY_ARN --version-id v1 --query 'PolicyVersion.Document.Statement[0].Resource' --output text
#=> arn:aws:iam::111122223333:policy/list-mine
#=> arn:aws:s3:::${aws:username}-files

### heredoc with a variable of the shell in a trust policy
ACCOUNT_ID=$(aws sts get-caller-identity --query Account --output text)
cat <<EOF > trust.json
{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "arn:aws:iam::$ACCOUNT_ID:root" },
    "Action": "sts:AssumeRole"
  }
}
EOF
aws iam create-role --role-name Auditor --assume-role-policy-document file://trust.json --query Role.Arn --output text
#=> arn:aws:iam::111122223333:role/Auditor

### jq raw
aws iam create-user --user-name alice --tags Key=team,Value=shop Key=env,Value=dev | jq -r '.User.Tags | map("\(.Key)=\(.Value)") | join(",")'
#=> team=shop,env=dev

### cli-input-json
cat > user.json <<'JSON'
{"UserName": "from-file", "Path": "/app/", "Tags": [{"Key": "team", "Value": "shop"}]}
JSON
aws iam create-user --cli-input-json file://user.json --query 'User.[UserName,Path,Tags[0].Value]' --output text
#=> from-file	/app/	shop

### skeleton filled by jq
aws iam create-user --generate-cli-skeleton | jq 'del(.PermissionsBoundary) | .UserName="skel" | .Path="/x/" | .Tags=[]' > in.json
aws iam create-user --cli-input-json file://in.json --query User.Arn --output text
#=> arn:aws:iam::111122223333:user/x/skel

### skeleton
aws iam add-user-to-group --generate-cli-skeleton
#=> {
#=>     "GroupName": "",
#=>     "UserName": ""
#=> }

### skeleton yaml
aws iam create-access-key --generate-cli-skeleton yaml-input
#=> UserName: ''

### skeleton output
aws iam list-groups --generate-cli-skeleton output
#=> {
#=>     "Groups": [
#=>         {
#=>             "Path": "Path",
#=>             "GroupName": "GroupName",
#=>             "GroupId": "GroupId",
#=>             "Arn": "Arn",
#=>             "CreateDate": "1970-01-01T00:00:00+00:00"
#=>         }
#=>     ],
#=>     "IsTruncated": true,
#=>     "Marker": "Marker"
#=> }

### delete a role entirely
aws iam create-role --role-name App --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}' > /dev/null
aws iam attach-role-policy --role-name App --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess
aws iam put-role-policy --role-name App --policy-name inline --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
for arn in $(aws iam list-attached-role-policies --role-name App --query 'AttachedPolicies[].PolicyArn' --output text); do aws iam detach-role-policy --role-name App --policy-arn $arn; done
for p in $(aws iam list-role-policies --role-name App --query 'PolicyNames[]' --output text); do aws iam delete-role-policy --role-name App --policy-name $p; done
aws iam delete-role --role-name App && echo "role deleted"
#=> role deleted

### find a managed policy by name
aws iam list-policies --scope AWS --query "Policies[?PolicyName=='AmazonS3ReadOnlyAccess'].Arn | [0]" --output text
#=> arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess

### inline JSON with double quotes escaped
aws iam create-group --group-name g > /dev/null
aws iam put-group-policy --group-name g --policy-name p --policy-document "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}"
aws iam get-group-policy --group-name g --policy-name p | jq -r '.PolicyDocument.Statement[].Action'
#=> s3:GetObject

### jq builds a policy
jq -n --arg bucket my-bucket '{Version:"2012-10-17",Statement:[{Effect:"Allow",Action:["s3:GetObject"],Resource:"arn:aws:s3:::\($bucket)/*"}]}' > p.json
aws iam create-policy --policy-name built --policy-document file://p.json --query Policy.PolicyName --output text
aws iam get-policy-version --policy-arn arn:aws:iam::111122223333:policy/built --version-id v1 --query PolicyVersion.Document
#=> built
#=> {
#=>     "Version": "2012-10-17",
#=>     "Statement": [
#=>         {
#=>             "Effect": "Allow",
#=>             "Action": [
#=>                 "s3:GetObject"
#=>             ],
#=>             "Resource": "arn:aws:s3:::my-bucket/*"
#=>         }
#=>     ]
#=> }

### policy through stdin
echo '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}' | aws iam create-policy --policy-name stdin --policy-document file:///dev/stdin --query Policy.Arn --output text
#=> arn:aws:iam::111122223333:policy/stdin

### simulate
aws iam create-user --user-name alice > /dev/null
aws iam attach-user-policy --user-name alice --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111122223333:user/alice --action-names s3:GetObject s3:PutObject --query 'EvaluationResults[*].[EvalActionName,EvalDecision]' --output text
#=> s3:GetObject	allowed
#=> s3:PutObject	implicitDeny

### tags in shorthand and JSON
aws iam create-user --user-name t1 --tags '[{"Key":"a","Value":"1"}]' > /dev/null
aws iam tag-user --user-name t1 --tags Key=b,Value=2 Key=c,Value="x y"
aws iam list-user-tags --user-name t1 --query 'Tags[].[Key,Value]' --output text
#=> a	1
#=> b	2
#=> c	x y

### sed on a policy
cat > t.json <<'EOF'
{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::BUCKET/*"}]}
EOF
aws iam create-policy --policy-name sed --policy-document "$(sed "s/BUCKET/my-files/" t.json)" --query Policy.PolicyName --output text
aws iam get-policy-version --policy-arn arn:aws:iam::111122223333:policy/sed --version-id v1 | jq -r '.PolicyVersion.Document.Statement[0].Resource'
#=> sed
#=> arn:aws:s3:::my-files/*

### query with pipe flatten and filter
aws iam list-attached-user-policies --user-name admin --query 'AttachedPolicies[*].PolicyName | [0]' --output text
#=> AdministratorAccess

### here-string policy var
POLICY='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
aws iam create-policy --policy-name v --policy-document "$POLICY" --query 'Policy.{A:Arn,D:DefaultVersionId}'
#=> {
#=>     "A": "arn:aws:iam::111122223333:policy/v",
#=>     "D": "v1"
#=> }

### negative number and bool flags
aws iam update-account-password-policy --minimum-password-length 12 --require-symbols --no-require-numbers
aws iam get-account-password-policy --query 'PasswordPolicy.[MinimumPasswordLength,RequireSymbols,RequireNumbers]' --output text
#=> 12	True	False

### a bucket policy comes back without its spaces
aws s3 mb s3://tight > /dev/null
cat > policy.json <<'EOF'
{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "two words", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::tight/*" }
  ]
}
EOF
aws s3api put-bucket-policy --bucket tight --policy file://policy.json
aws s3api get-bucket-policy --bucket tight --query Policy --output text
#=> {"Version":"2012-10-17","Statement":[{"Sid":"two words","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::tight/*"}]}

### public parameters below a path, and an image launched by one
aws ssm get-parameters-by-path --path /aws/service/ami-amazon-linux-latest --query 'length(Parameters)'
aws ssm get-parameters-by-path --path /aws/service/canonical --recursive --query 'Parameters[0].Name' --output text
aws ec2 run-instances --image-id resolve:ssm:/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id --instance-type t3.micro --query 'Instances[0].ImageId' --output text | cut -c1-5
#=> 6
#=> /aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id
#=> ami-0

### a role that is no ARN
echo a > f.sh && zip -q f.zip f.sh
aws lambda create-function --function-name f --runtime provided.al2023 --handler f.sh --role Fn --zip-file fileb://f.zip 2>&1 | grep -o "Value 'Fn' at 'role'"
#=> Value 'Fn' at 'role'
