export const passrole = {
  passer: 'The passer’s policy: what Mei may do besides launching',
  passers: {
    nothing: 'nothing',
    thisRole: 'pass the role bookings',
    everyRole: 'pass every role',
    takesIt: 'take the role bookings herself',
  },
  trust: 'The role’s trust: who may become it',
  trusts: { ec2: 'EC2', lambda: 'Lambda' },
  rights: 'The role’s permissions: what it may do then',
  allRights: { orders: 'update orders', nothing: 'look at the table, and no more' },
  trials: {
    launch: 'Mei launches an instance with `bookings`',
    write: 'The program on an instance with `bookings` updates an order',
    launchAdmin: 'Mei launches an instance with `night-admin`',
  },
  why: 'Why',
  all: 'All three agree, and nothing more is open than was meant.',
  notAll: 'They do not agree yet.',
  tooMuch: 'It works, and the strongest role of the account can be had by the same way.',
};
