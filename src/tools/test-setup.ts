// Before each widget test: an IndexedDB in memory, after it: an empty page.
import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
