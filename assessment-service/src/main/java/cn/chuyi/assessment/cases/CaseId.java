package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cycle.CycleId;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which case: {@code CHUYI-2022-2025-430181} is programme, year and division code of the unit.
 *
 * @param unit six digits
 */
record CaseId(String programme, int year, String unit) {
    private static final Pattern TEXT = Pattern.compile("([A-Z0-9][A-Z0-9-]*)-(\\d{4})-(\\d{6})");

    /**
     * Reads an id as it stands in a path.
     *
     * @throws ProblemException 404 when it is none
     */
    static CaseId parse(String id) {
        Matcher parts = TEXT.matcher(id);
        if (!parts.matches()) {
            throw ProblemException.notFound(
                    "CASE_UNKNOWN",
                    new Text("没有编号为 " + id + " 的督导个案。", "There is no case " + id + "."),
                    new Text("编号形如 CHUYI-2022-2025-430181。", "An id looks like CHUYI-2022-2025-430181."));
        }
        return new CaseId(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3));
    }

    CycleId cycle() {
        return new CycleId(programme, year);
    }

    String stream() {
        return "case-" + this;
    }

    @Override
    public String toString() {
        return programme + "-" + year + "-" + unit;
    }
}
