import { Fact, Facts } from './Facts.tsx';
import { Points } from './Points.tsx';
import type { OpenCase } from './state.ts';

/** What a case is about: the points, the outcome wanted, who handles it. */
export function CaseFacts({ opened: { file } }: { readonly opened: OpenCase }) {
  return (
    <Facts>
      {file.kind === 'complaint' && (
        <Fact term="Points">
          <Points points={file.points} />
        </Fact>
      )}
      {file.wants !== null && (
        <Fact term={file.kind === 'service-request' ? 'Request' : 'Wants'}>
          <bdi>{file.wants}</bdi>
        </Fact>
      )}
      {file.kind === 'complaint' && (
        <Fact term="Handler">{file.handler === null ? <b>No handler yet</b> : <bdi>{file.handler}</bdi>}</Fact>
      )}
      {file.closed && file.closed.reason !== '' && (
        <Fact term="Closed">
          <bdi>{file.closed.reason}</bdi>
        </Fact>
      )}
    </Facts>
  );
}
