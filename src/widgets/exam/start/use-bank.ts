// The bank of an exam, fetched when its page opens.
import { useEffect, useState } from 'react';
import type { Bank } from '#exam';

async function fetchBank(exam: string): Promise<Bank> {
  const response = await fetch(`/exam/${exam}/bank.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as Bank;
}

export interface Fetched {
  readonly bank: Bank | 'fetching' | 'failed';
  readonly again: () => void;
}

export function useBank(exam: string): Fetched {
  const [bank, setBank] = useState<Bank | 'fetching' | 'failed'>('fetching');
  const [tried, setTried] = useState(0);
  useEffect(() => {
    let gone = false;
    const tell = (found: Bank | 'failed'): void => {
      if (!gone) setBank(found);
    };
    fetchBank(exam).then(tell, () => {
      tell('failed');
    });
    return () => {
      gone = true;
    };
  }, [exam, tried]);
  return {
    bank,
    again: () => {
      setBank('fetching');
      setTried(tried + 1);
    },
  };
}
