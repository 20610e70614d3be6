import { describe, expect, it } from "vitest";
import { coursesClaim, type CourseEnd } from "../../src/words/index.ts";

const course = (name: string, rest: Partial<CourseEnd> = {}): CourseEnd => ({
  name,
  settles: true,
  moved: 0,
  outcomes: [],
  ...rest,
});

describe("coursesClaim", () => {
  it("is empty for no course", () => {
    expect(coursesClaim([])).toBe("");
  });

  it("names the first outcome that holds and counts the others", () => {
    expect(coursesClaim([course("Wait", { moved: 2, outcomes: ["The bridge falls"] })])).toBe(
      "Wait settles in “The bridge falls”",
    );
    expect(coursesClaim([course("Wait", { moved: 2, outcomes: ["The bridge falls", "b", "c"] })])).toBe(
      "Wait settles in “The bridge falls” and 2 more outcomes",
    );
  });

  it("tells courses that come to the same together, and says the verb once", () => {
    expect(
      coursesClaim([
        course("Wait"),
        course("Storm", { moved: 3, outcomes: ["The bridge falls"] }),
        course("Talk"),
        course("Pay", { moved: 1 }),
      ]),
    ).toBe("Wait and Talk settle where things stand, Storm in “The bridge falls”, Pay in none of the outcomes");
  });

  it("says of a cycle that it never settles", () => {
    expect(coursesClaim([course("Wait", { settles: false, moved: 1 }), course("Talk")])).toBe(
      "Wait never settles, Talk settles where things stand",
    );
  });
});
