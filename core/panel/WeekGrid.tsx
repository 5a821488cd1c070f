import type { WorkingCalendar } from '../calendar.ts';
import { panelDate } from '../date-words.ts';
import type { IsoDate } from '../dates.ts';
import type { Leg } from '../deadlines/clock.ts';
import { weekGrid, type GridDay } from './week-grid.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A count of working days as a calendar: day zero dashed, days numbered, days off hatched and named, the end ringed. */
export function WeekGrid({
  leg,
  calendar,
  today,
}: {
  readonly leg: Leg;
  readonly calendar: WorkingCalendar;
  readonly today: IsoDate;
}) {
  return (
    <table class="cal">
      <caption class="vh">
        Days counted from {panelDate(leg.date, today)} to {panelDate(leg.end, today)}
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekGrid(leg, calendar).map((week, row) => (
          <tr key={row}>{week.map((day, column) => (day ? <Day key={column} day={day} /> : <td key={column} />))}</tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { readonly day: GridDay }) {
  const kind = day.isZero ? 'zero' : day.isEnd ? 'end' : day.off === null ? undefined : 'off';
  return (
    <td class={kind}>
      <span>{day.label}</span>
      {day.off === null ? (
        <b>
          <i>day </i>
          {day.number}
        </b>
      ) : (
        <em>
          off<span class="vh">, {day.off}</span>
        </em>
      )}
    </td>
  );
}
