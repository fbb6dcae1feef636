import { useState } from 'react';
import type { FileFacts } from '../../../data/graph/graphData';
import { Button } from '../../widgets/Button';
import { writeCell } from '../../widgets/numbers';
import { Facts } from '../Facts';

/** Shown until more are asked for. */
const FEW = 4;

/** What the visitor's own file says of a node, under the names that it gives. */
export function FileColumns({ file, node }: { readonly file: FileFacts; readonly node: number }) {
  const [isWhole, setWhole] = useState(false);
  const facts = [
    { name: 'id', value: file.nodeIds[node] ?? '' },
    ...file.nodeColumns.map(({ name, values }) => ({ name, value: writeCell(values[node] ?? null) })),
  ];
  const hidden = facts.length - FEW - 1;
  return (
    <>
      <Facts facts={isWhole || hidden <= 0 ? facts : facts.slice(0, FEW + 1)} />
      {!isWhole && hidden > 0 && (
        <Button look="link" onClick={() => setWhole(true)}>
          {hidden} more columns of the file
        </Button>
      )}
    </>
  );
}
