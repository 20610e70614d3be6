export { default as ActorNetwork } from "./ActorNetwork.svelte";
export { default as Arrow } from "./Arrow.svelte";
export { default as Beam } from "./Beam.svelte";
export { default as ChartFrame } from "./ChartFrame.svelte";
export { default as ConfidenceSquares } from "./ConfidenceSquares.svelte";
export { default as Contributions } from "./Contributions.svelte";
export { default as CourseColumns } from "./CourseColumns.svelte";
export { default as DivergingBar } from "./DivergingBar.svelte";
export { default as EventTimeline } from "./EventTimeline.svelte";
export { default as FactorLevels } from "./FactorLevels.svelte";
export { default as Figure } from "./Figure.svelte";
export { default as IndexMove } from "./IndexMove.svelte";
export { default as ImpactKey } from "./ImpactKey.svelte";
export { default as ImpactMatrix } from "./ImpactMatrix.svelte";
export { default as IndexOverTime } from "./IndexOverTime.svelte";
export { default as LikelihoodRange } from "./LikelihoodRange.svelte";
export { default as Logo } from "./Logo.svelte";
export { default as Move } from "./Move.svelte";
export { default as Name } from "./Name.svelte";
export { default as Poles } from "./Poles.svelte";
export { default as SeatBar } from "./SeatBar.svelte";
export { default as SideMark } from "./SideMark.svelte";
export { default as Spark } from "./Spark.svelte";
export { default as StateName } from "./StateName.svelte";
export { default as StatePath } from "./StatePath.svelte";
export { default as StatusLane } from "./StatusLane.svelte";
export { default as TitleBeam } from "./TitleBeam.svelte";

export { contributionsSummary, contributionsTable, type PartBar, type WholeBar } from "./contribution-bars.ts";
export { coursesSummary, coursesTable, type Course, type CourseOutcome } from "./courses.ts";
export type { DrawingSize, DrawingTable, TableFigure } from "./drawing.ts";
export type { EventMark } from "./event-mark.ts";
export { eventTimelineSummary, eventTimelineTable, type TimelineEvent } from "./event-timeline.ts";
export { factorLevelsSummary, factorLevelsTable, type FactorLevelRow } from "./factor-levels.ts";
export { impactMatrixSummary, impactMatrixTable, type ImpactCell } from "./impact-matrix.ts";
export { aheadText, indexOverTimeSummary, indexOverTimeTable, type SideWords } from "./index-over-time.ts";
export { labelPlaces, type Box, type Place } from "./label-places.ts";
export {
  actorNetworkSummary,
  actorNetworkTable,
  networkMeasure,
  type NetworkActor,
  type NetworkTie,
} from "./network.ts";
export { otherName } from "./other-name.ts";
export { seatBarSummary, seatBarTable, type SeatList } from "./seats.ts";
export { poleOf, poleOfNumber, type Pole } from "./side-class.ts";
export { spanText } from "./span-text.ts";
export type { FactorStates, PathState, StateWay } from "./state-path.ts";
export { textWithin } from "./text-width.ts";
export { setSupposed, type DrawnFigure } from "./what-if.ts";
export { setTakeAway, visiblePictures, type DrawnFrame, type FileKind } from "./take-away.ts";
export { setTraceLink, traceLink, type TraceLink } from "./trace-link.ts";
