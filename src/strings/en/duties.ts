export const duties = {
  owners: { aws: 'AWS', you: 'We', both: 'Each a part' },
  progress: (sorted: number, all: number, right: number): string =>
    `${sorted} of ${all} sorted, ${right} of them right`,
  right: '✓ Yes.',
  wrong: {
    aws: '✕ Not AWS alone.',
    you: '✕ Not we alone.',
    both: '✕ Not in two parts.',
  },
  trap: 'One of the three that are easily missorted.',
  duties: {
    guest: {
      text: 'Patch the operating system of an EC2 instance',
      why: 'The instance is ours from its operating system upwards. AWS has no account on it and could not.',
    },
    fences: {
      text: 'Decide who may walk into a data centre',
      why: 'Buildings, fences, guards: no customer ever sees them.',
    },
    bucket: {
      text: 'Decide who may read what lies in a bucket',
      why: 'S3 keeps the objects safe and asks the policies. What the policies say is ours.',
    },
    functionSystem: {
      text: 'Patch the operating system under a Lambda function',
      why: 'The more of the stack is a service, the more of it AWS runs. Here that goes up to the runtime.',
    },
    holes: {
      text: 'Look for weak settings and for known holes',
      why: 'AWS looks at its own infrastructure. Our settings, our systems and our policies we check ourselves.',
    },
    users: {
      text: 'Create users, groups and policies, and watch over them',
      why: 'AWS provides IAM. Nobody there knows who Sam is and when he leaves.',
    },
    disks: {
      text: 'Destroy a disk that is taken out of service',
      why: 'Hardware is AWS’s from its first day to its last.',
    },
    functionCode: {
      text: 'Mend a hole in a library that a Lambda function brings along',
      why: 'What we upload is ours, with everything that is packed into it. AWS runs it as it is.',
    },
    host: {
      text: 'Keep the instances of two customers on one machine apart',
      why: 'The layer under the instances is AWS’s, and so is its isolation.',
    },
    mfa: {
      text: 'Get the people who sign in to use a second proof',
      why: 'AWS insists on it for root users. For everybody else it is our policy that does.',
    },
    training: {
      text: 'Train the staff',
      why: 'AWS trains its people, we train ours.',
    },
    tableSystem: {
      text: 'Patch the database software behind a DynamoDB table',
      why: 'A table is a service, with nothing below it that we could reach.',
    },
    ports: {
      text: 'Open and shut the ports of an instance',
      why: 'Security groups are settings, and settings are ours.',
    },
    audit: {
      text: 'Have the data centres audited, and publish the reports',
      why: 'AWS has its half examined by outsiders and hands the reports to its customers.',
    },
    keys: {
      text: 'Stop an access key when somebody leaves',
      why: 'A key works until we stop it. AWS cannot know that its owner is gone.',
    },
    law: {
      text: 'Show that our use of AWS keeps the law',
      why: 'The reports of AWS are a half of the proof. The other half is what we do with it.',
    },
    backbone: {
      text: 'Guard the network between the Regions',
      why: 'The global network is infrastructure.',
    },
    loss: {
      text: 'Go on working when one data centre is lost',
      why: 'AWS builds zones that fail one by one. Whether we run in more than one of them is ours.',
    },
    review: {
      text: 'See which permissions are used, and take back the rest',
      why: 'IAM has the tools and shows the last use. Nobody but us knows what a job needs.',
    },
    data: {
      text: 'Decide which data may be stored at all, and how secret they are',
      why: 'Data are always the customer’s.',
    },
  },
  /** What to think of where the choice was wrong. */
  hints: {
    guest: 'Who has the password of its administrator?',
    fences: 'Could we even find the door?',
    bucket: 'Who writes the bucket’s policy?',
    functionSystem: 'Is there a machine that we could sign in to?',
    holes: 'Whose holes? Think of a server in a rack, and then of a policy with a star.',
    users: 'Who knows the people?',
    disks: 'Whose disk is it?',
    functionCode: 'Who packed the library?',
    host: 'Could we see the other customer’s instance, and change what is between?',
    mfa: 'Root users are one thing. Who are all the others?',
    training: 'Whose staff?',
    tableSystem: 'Is there anything of it that we could reach?',
    ports: 'Where is it set, and by whom?',
    audit: 'Who could let the auditor in?',
    keys: 'Who knows that somebody has left?',
    law: 'AWS can speak for its half. Who speaks for what we do there?',
    backbone: 'Where is the cable?',
    loss: 'One side builds several of them. Does that alone keep our site up?',
    review: 'Tools are one thing. Who knows what the job needs?',
    data: 'Would you want AWS to decide it?',
  },
};
