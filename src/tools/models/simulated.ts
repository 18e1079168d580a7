// Which operations of which service the simulated AWS carries out. What a service has beside them keeps its name alone.

export interface SimulatedService {
  /** The package that describes it. */
  readonly client: string;
  /** What the command line calls it. */
  readonly command: string;
  /** The prefix of its actions. */
  readonly prefix: string;
  /** Names of operations with their shapes; `all` of the service when absent. */
  readonly operations?: readonly string[];
  /** Names that stay names although the rest is simulated. */
  readonly without?: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** IAM's third wave: partner delegation, role templates, credentials of single services. */
const IAM_WITHOUT = words(`
  CreateDelegationRequest GetDelegationRequest ListDelegationRequests UpdateDelegationRequest 
  AssociateDelegationRequest AcceptDelegationRequest RejectDelegationRequest SendDelegationToken 
  GetHumanReadableSummary AcquireRole GetRoleTemplateVersion CreateServiceSpecificCredential 
  ListServiceSpecificCredentials UpdateServiceSpecificCredential ResetServiceSpecificCredential 
  DeleteServiceSpecificCredential 
  
  UploadSigningCertificate ListSigningCertificates UpdateSigningCertificate 
  DeleteSigningCertificate UploadSSHPublicKey GetSSHPublicKey ListSSHPublicKeys UpdateSSHPublicKey 
  DeleteSSHPublicKey `);

export const SIMULATED: readonly SimulatedService[] = [
  { client: 'iam', command: 'iam', prefix: 'iam', without: IAM_WITHOUT },
  { client: 'sts', command: 'sts', prefix: 'sts', without: ['GetScopedCredentials'] },
  {
    client: 'organizations',
    command: 'organizations',
    prefix: 'organizations',
    operations: words(`
      CreateOrganization DescribeOrganization DeleteOrganization EnableAllFeatures LeaveOrganization
      CreateAccount DescribeCreateAccountStatus ListCreateAccountStatus CloseAccount RemoveAccountFromOrganization
      InviteAccountToOrganization AcceptHandshake DeclineHandshake CancelHandshake DescribeHandshake
      ListHandshakesForAccount ListHandshakesForOrganization
      ListAccounts DescribeAccount ListRoots CreateOrganizationalUnit UpdateOrganizationalUnit
      DeleteOrganizationalUnit DescribeOrganizationalUnit ListOrganizationalUnitsForParent ListAccountsForParent
      ListParents ListChildren MoveAccount CreatePolicy UpdatePolicy DeletePolicy DescribePolicy ListPolicies
      ListPoliciesForTarget ListTargetsForPolicy AttachPolicy DetachPolicy EnablePolicyType DisablePolicyType
      EnableAWSServiceAccess DisableAWSServiceAccess ListAWSServiceAccessForOrganization DescribeEffectivePolicy
      RegisterDelegatedAdministrator DeregisterDelegatedAdministrator ListDelegatedAdministrators
      ListDelegatedServicesForAccount TagResource UntagResource ListTagsForResource`),
  },
  {
    client: 'accessanalyzer',
    command: 'accessanalyzer',
    prefix: 'access-analyzer',
    operations: words(`
      ValidatePolicy CheckAccessNotGranted CheckNoPublicAccess CheckNoNewAccess
      CreateAnalyzer DeleteAnalyzer GetAnalyzer ListAnalyzers ListFindings ListFindingsV2 GetFinding GetFindingV2`),
  },
  {
    client: 's3',
    command: 's3api',
    prefix: 's3',
    operations: words(`
      CreateBucket DeleteBucket HeadBucket ListBuckets GetBucketLocation PutObject GetObject HeadObject DeleteObject
      DeleteObjects CopyObject ListObjects ListObjectsV2 ListObjectVersions GetObjectTagging PutObjectTagging
      DeleteObjectTagging GetBucketTagging PutBucketTagging DeleteBucketTagging GetBucketPolicy PutBucketPolicy
      DeleteBucketPolicy GetBucketPolicyStatus GetPublicAccessBlock PutPublicAccessBlock DeletePublicAccessBlock
      GetBucketOwnershipControls PutBucketOwnershipControls DeleteBucketOwnershipControls GetBucketVersioning
      PutBucketVersioning GetBucketAcl GetBucketEncryption PutBucketEncryption`),
  },
  {
    client: 'dynamodb',
    command: 'dynamodb',
    prefix: 'dynamodb',
    operations: words(`
      CreateTable DeleteTable DescribeTable ListTables UpdateTable PutItem GetItem UpdateItem DeleteItem Query Scan
      BatchGetItem BatchWriteItem TransactGetItems TransactWriteItems PutResourcePolicy GetResourcePolicy
      DeleteResourcePolicy TagResource UntagResource ListTagsOfResource`),
  },
  {
    client: 'ec2',
    command: 'ec2',
    prefix: 'ec2',
    operations: words(`
      RunInstances DescribeInstances TerminateInstances StopInstances StartInstances RebootInstances
      DescribeInstanceStatus DescribeInstanceAttribute ModifyInstanceAttribute ModifyInstanceMetadataOptions
      AssociateIamInstanceProfile DisassociateIamInstanceProfile ReplaceIamInstanceProfileAssociation
      DescribeIamInstanceProfileAssociations CreateVpc DeleteVpc DescribeVpcs CreateSubnet DescribeSubnets
      DescribeRouteTables
      CreateVpcEndpoint DescribeVpcEndpoints ModifyVpcEndpoint DeleteVpcEndpoints CreateTags DeleteTags DescribeTags
      DescribeImages DescribeRegions DescribeAvailabilityZones DescribeSecurityGroups CreateSecurityGroup`),
  },
  {
    client: 'lambda',
    command: 'lambda',
    prefix: 'lambda',
    operations: words(`
      CreateFunction GetFunction GetFunctionConfiguration UpdateFunctionCode UpdateFunctionConfiguration
      DeleteFunction ListFunctions Invoke AddPermission RemovePermission GetPolicy TagResource UntagResource ListTags`),
  },
  {
    client: 'kms',
    command: 'kms',
    prefix: 'kms',
    operations: words(`
      CreateKey DescribeKey ListKeys EnableKey DisableKey ScheduleKeyDeletion CancelKeyDeletion GetKeyPolicy
      PutKeyPolicy ListKeyPolicies CreateGrant ListGrants ListRetirableGrants RevokeGrant RetireGrant Encrypt Decrypt
      ReEncrypt GenerateDataKey GenerateDataKeyWithoutPlaintext CreateAlias DeleteAlias UpdateAlias ListAliases
      TagResource UntagResource ListResourceTags EnableKeyRotation DisableKeyRotation GetKeyRotationStatus`),
  },
  {
    client: 'sqs',
    command: 'sqs',
    prefix: 'sqs',
    operations: words(`
      CreateQueue DeleteQueue GetQueueUrl ListQueues SendMessage SendMessageBatch ReceiveMessage DeleteMessage
      DeleteMessageBatch GetQueueAttributes SetQueueAttributes PurgeQueue AddPermission RemovePermission TagQueue UntagQueue
      ListQueueTags ChangeMessageVisibility`),
  },
  {
    client: 'sns',
    command: 'sns',
    prefix: 'sns',
    operations: words(`
      CreateTopic DeleteTopic ListTopics GetTopicAttributes SetTopicAttributes Publish Subscribe Unsubscribe
      ListSubscriptions ListSubscriptionsByTopic GetSubscriptionAttributes AddPermission RemovePermission TagResource
      UntagResource ListTagsForResource ConfirmSubscription SetSubscriptionAttributes`),
  },
  {
    client: 'secrets-manager',
    command: 'secretsmanager',
    prefix: 'secretsmanager',
    operations: words(`
      CreateSecret GetSecretValue PutSecretValue UpdateSecret DeleteSecret RestoreSecret DescribeSecret ListSecrets
      PutResourcePolicy GetResourcePolicy DeleteResourcePolicy ValidateResourcePolicy TagResource UntagResource
      ListSecretVersionIds GetRandomPassword`),
  },
  {
    client: 'ssm',
    command: 'ssm',
    prefix: 'ssm',
    operations: words(`
      StartSession TerminateSession DescribeSessions DescribeInstanceInformation PutParameter GetParameter
      GetParameterHistory
      GetParameters GetParametersByPath DeleteParameter DeleteParameters DescribeParameters AddTagsToResource
      RemoveTagsFromResource ListTagsForResource`),
  },
  { client: 'cloudtrail', command: 'cloudtrail', prefix: 'cloudtrail', operations: words('LookupEvents') },
];
