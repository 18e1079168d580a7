export * from './validate/arn-forms.ts';
