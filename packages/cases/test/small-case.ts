/** A case with one or two records of each kind, as the text of its files: the start of every broken folder. */
export const smallCase: Readonly<Record<string, string>> = {
  "case.yaml": `id: harbour
title: { en: The harbour }
question: { en: Who holds the harbour? }
summary: Two guilds contest a harbour.
period: 2020-01-01/2020-12-31
marking: TLP:CLEAR
assessment: gazette
sides:
  positive: { name: { en: Guild }, inSentence: the guild }
  negative: { name: { en: Crew }, inSentence: the crew }
issues:
  - id: toll
    question: { en: How high a toll? }
    scale: { from: 0, to: 10, fromMeans: none, toMeans: ruinous }
motion:
  chamber: { en: Town council }
  name: { en: Close the harbour }
  quota: 6
  members: 10
  citations:
    - { source: gazette, published: 2020-06, grade: B2 }
`,
  "sources.yaml": `- id: gazette
  name: { en: The Gazette }
  kind: newspaper
`,
  "actors.yaml": `- id: guild
  name: { en: Guild }
  kind: organisation
  side: positive
  at: [10, 50]
  citations:
    - { source: gazette, published: 2020-06, place: p. 1, grade: B2 }
- id: crew
  name: { en: Crew }
  kind: armed group
  side: negative
  citations:
    - { source: gazette, published: 2020-06, place: p. 1, grade: B2 }
`,
  "ties.yaml": `- id: feud
  kind: opposition
  from: guild
  to: crew
  statement: { en: They are at odds }
  citations:
    - { source: gazette, published: 2020-06, grade: B2 }
`,
  "events.yaml": `- id: seizure
  title: { en: The quay is seized }
  kind: assault
  when: 2020-05-03
  initiators: [crew]
  targets: [guild]
  effects:
    - factor: control
      shift: -2
      confidence: moderate
      rationale: The quay is lost.
  sets:
    - { factor: policy, state: firm }
  citations:
    - { source: gazette, published: 2020-05-04, place: p. 2, grade: B2 }
`,
  "factors.yaml": `- id: control
  name: { en: Control }
  kind: condition
  states:
    - { id: lost, name: { en: Lost } }
    - { id: shared, name: { en: Shared } }
    - { id: held, name: { en: Held } }
  scale:
    weight: 1
    weightRationale: Alone.
    baseline: 0
    baselineConfidence: moderate
    baselineRationale: Even.
    halfLifeDays: 90
    halfLifeRationale: A season.
    cuts: [-0.4, 0.3]
  basis: author
- id: weather
  name: { en: Weather }
  kind: outside
  states:
    - { id: storm, name: { en: Storm } }
    - { id: calm, name: { en: Calm } }
  basis: author
- id: policy
  name: { en: Policy }
  kind: decision
  actor: guild
  states:
    - { id: soft, name: { en: Soft } }
    - { id: firm, name: { en: Firm } }
  basis: author
`,
  "impacts.yaml": `- id: storm-control
  from: { factor: weather, state: storm }
  on: control
  values: { lost: 1, shared: 0, held: -1 }
  confidence: low
  basis: author
`,
  "options.yaml": `- id: stand
  name: { en: Stand }
  actor: guild
  summary: Stand firm.
  sets: { policy: firm }
  basis: author
`,
  "outcomes.yaml": `- id: harbour-lost
  name: { en: Harbour lost }
  judgement: j1
  when:
    - { control: [lost] }
  basis: author
`,
  "judgements.yaml": `- id: j1
  statement: { en: The harbour will be lost }
  likelihood: likely
  confidence: moderate
  outcome: harbour-lost
  option: stand
  basis: author
`,
  "indicators.yaml": `- id: seizures
  name: { en: Seizures }
  meaning: The crew grows bold.
  rule: { kind: count, of: { kinds: [assault], initiators: [crew] }, withinDays: 30, atLeast: 1 }
  judgement: j1
  basis: author
`,
  "stakeholders.yaml": `- id: toll-guild
  issue: toll
  actor: guild
  position: 3
  salience: 1
  capability: 1
  rationale: It pays.
  basis: author
`,
  "chamber.yaml": `- id: merchants
  name: { en: Merchants }
  seats: 6
  stance: for
  basis: author
- id: sailors
  name: { en: Sailors }
  seats: 4
  stance: against
  basis: author
`,
};
