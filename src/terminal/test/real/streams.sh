# The standard streams as files, and files that cannot be.

### an object to standard output, and from standard input
aws s3 mb s3://streams > /dev/null
aws s3api put-object --bucket streams --key in --body /dev/stdin <<< hello > /dev/null
aws s3api get-object --bucket streams --key in /dev/stdout --query ContentLength
#=> hello
#=> 6

### what a function answers, printed at once
aws iam create-role --role-name Fn --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}' > /dev/null
echo 'echo "{\"ok\": true}"' > f.sh && zip -q f.zip f.sh
aws lambda create-function --function-name fn --runtime provided.al2023 --handler f.sh --role arn:aws:iam::111122223333:role/Fn --zip-file fileb://f.zip > /dev/null
aws lambda invoke --function-name fn /dev/stdout > both.txt; head -c 12 both.txt; echo
aws lambda invoke --function-name fn /dev/stderr 2>&1 >/dev/null | jq .ok
#=> {"ok": true}
#=> true

### bytes that are no text go through a pipe as they are
aws s3 mb s3://streams > /dev/null
echo content > f && zip -q f.zip f
aws s3 cp f.zip s3://streams/ > /dev/null
[ "$(aws s3 cp s3://streams/f.zip - | sha256sum)" = "$(sha256sum < f.zip)" ] && echo same
#=> same

### a file in no folder, and a folder instead of a file
aws s3 mb s3://streams > /dev/null
echo hi | aws s3 cp - s3://streams/a
aws s3api get-object --bucket streams --key a missing/a 2>&1; echo "status $?"
mkdir d; aws s3api get-object --bucket streams --key a d 2>&1; echo "status $?"
ls
#=> 
#=> aws: [ERROR]: [Errno 2] No such file or directory: 'missing/a'
#=> status 255
#=> 
#=> aws: [ERROR]: [Errno 21] Is a directory: 'd'
#=> status 255
#=> d

### an object without a key
aws s3 mb s3://streams > /dev/null
aws s3 rm s3://streams 2>&1; echo "status $?"
aws s3 cp s3://streams . 2>&1; echo "status $?"
#=> delete failed: s3://streams/ Parameter validation failed:
#=> Invalid length for parameter Key, value: 0, valid min length: 1
#=> status 1
#=> fatal error: Parameter validation failed:
#=> Invalid length for parameter Key, value: 0, valid min length: 1
#=> status 1

### a filter without its pattern
aws s3 cp . s3://streams --recursive --exclude 2>&1 | sed -n 2p; echo "status ${PIPESTATUS[0]}"
#=> aws: [ERROR]: An error occurred (ParamValidation): argument --exclude: expected 1 argument
#=> status 252

### a copy into no folder
touch x; mkdir d
cp x missing/f 2>&1; mv x missing/f 2>&1; cp -r d missing/d 2>&1; cp nothing missing/f 2>&1; echo "status $?"
cp x y && mv y d/z && ls d
#=> cp: cannot create regular file 'missing/f': No such file or directory
#=> mv: cannot move 'x' to 'missing/f': No such file or directory
#=> cp: cannot create directory 'missing/d': No such file or directory
#=> cp: cannot stat 'nothing': No such file or directory
#=> status 1
#=> z
