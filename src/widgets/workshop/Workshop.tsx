// The page of whoever leads a room: a paper for all, a clock on the wall, the results that come back.
import { useState, type ReactNode } from 'react';
import { PaperForAll, type OfferedExam } from './PaperForAll.tsx';
import { RoomClock } from './RoomClock.tsx';
import { RoomResults } from './RoomResults.tsx';

export default function Workshop({ exams }: { readonly exams: readonly OfferedExam[] }): ReactNode {
  const [chosen, setChosen] = useState(exams[0]);
  if (!chosen) return null;
  return (
    <>
      <PaperForAll
        exams={exams}
        chosen={chosen}
        onChoose={(id) => {
          setChosen(exams.find((exam) => exam.id === id) ?? chosen);
        }}
      />
      <RoomClock minutes={chosen.minutes} />
      <RoomResults />
    </>
  );
}
