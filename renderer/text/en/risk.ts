/** Words of the list of those who may be about to leave. */
export const risk = {
  title: 'At risk',
  text: 'Customers who may be about to leave, by facts that can be checked, high value first. Who is booked is not listed, nor who left long ago.',
  counting: 'Looking at everybody',
  grade: 'Risk',
  all: 'All {{count}}',
  grades: { high: 'High', middle: 'Middle', low: 'Low' },
  points_one: '{{grade}} · {{count}} point',
  points_other: '{{grade}} · {{count}} points',
  sign: 'Only one sign',
  signs: {
    late: 'Later than usual',
    falling: 'Spends less',
    incident: 'Open incident',
    dissatisfied: 'Dissatisfied last time',
    no_show: 'Did not come',
  },
  value: 'Value',
  why: 'Because',
  owner: 'Looked after by',
  and: '; ',
  say: {
    late: '{{days}} days since the last purchase, usually every {{rhythm}}',
    lateByShop: '{{days}} days since the last purchase, late from {{limit}} days on by the rhythm of the shop',
    falling: 'spent {{recent}} in 3 months, {{percent}} % less than the {{earlier}} of the 3 before',
    incident_one: '{{count}} open incident',
    incident_other: '{{count}} open incidents',
    dissatisfied: 'satisfaction {{score}} last time',
    noShow_one: 'did not come to {{count}} booking in 3 months',
    noShow_other: 'did not come to {{count}} bookings in 3 months',
  },
  formula:
    'How it is reckoned: later than usual {{late}} points (from {{far}} times the limit one more); {{percent}} % less spent than in the 3 months before {{falling}} points ({{stopped}} % one more); an open incident {{incident}}; satisfaction of {{score}} or less last time {{dissatisfied}}; did not come to a booking {{noShow}}. High from {{high}} points, middle from {{middle}}. How much less counts is set in the settings.',
  empty: {
    title: 'Nobody at risk',
    text: 'Nobody is later than usual, spends much less, or has something open. Look again in a few days.',
  },
};
