package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.plan.CasePlan;
import cn.chuyi.local.demo.plan.CasePlan.Reported;
import cn.chuyi.local.demo.plan.Station;
import cn.chuyi.local.demo.plan.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one case as far as its plan goes, every step by the one whose step it is. */
final class CaseWalk {

    private record Values(List<Value> values) {}

    private record Value(String indicator, String value, List<String> evidence) {
        static Value of(Reported one) {
            return new Value(one.indicator(), one.value(), List.of(one.evidence()));
        }
    }

    private record Verifications(List<Verification> verifications, boolean acceptCollected) {}

    private record Verification(
            String indicator, String value, @Nullable String reason) {}

    private final CasePlan plan;
    private final CaseFile file;
    private final Desk filler;
    private final Desk city;
    private final Desk office;
    private final Desk chair;
    private final Desk inspector;

    CaseWalk(Suite suite, CasePlan plan) {
        this.plan = plan;
        this.file = new CaseFile(plan.unit());
        this.filler = suite.assessment(Suite.filler(plan.unit()));
        this.city = suite.assessment(Suite.cityOffice(plan.unit()));
        this.office = suite.assessment(Suite.OFFICE);
        this.chair = suite.assessment(Suite.CHAIR);
        this.inspector = suite.assessment(Suite.INSPECTOR);
    }

    Unit unit() {
        return plan.unit();
    }

    /** The unit's part: values, reasons for gaps, submission; once more when it was returned. */
    void selfAssess() {
        file.open(filler);
        for (var exempted : plan.exemptions()) {
            reason(office, exempted.indicator(), "exemption", exempted.reason());
        }
        var values = plan.reported().stream().map(Value::of).toList();
        file.put(filler, "indicators", new Values(values), Station.SELF_ASSESSING);
        for (var gap : plan.gaps()) {
            reason(filler, gap.indicator(), "dispute", gap.reason());
        }
        boolean submitted = step(Station.SELF_SUBMITTED, filler, "submission");
        if (submitted && plan.returned()) {
            var checker = unit().isCity() ? office : city;
            file.post(checker, "return", Map.of("reason", "演示: 佐证材料不完整，请补正"));
            if (plan.goal() != Station.RETURNED) {
                file.post(filler, "submission", Map.of("reason", "已按退回意见补正"));
            }
        }
    }

    /** The city's part, for a county: it confirms what was stated. */
    void cityReview() {
        if (!unit().isCity() && step(Station.CITY_REVIEW, city, "city-review")) {
            if (plan.reaches(Station.CITY_SCORED)) {
                file.put(city, "verifications", new Verifications(confirmed(), false), Station.CITY_REVIEW);
            }
            step(Station.CITY_SCORED, city, "city-score");
        }
    }

    /** The province's part: it corrects, accepts the collected values, finds, visits, and says what it makes of it. */
    void provinceReview() {
        if (!step(Station.DOC_REVIEW, office, "document-review")) {
            return;
        }
        file.put(office, "verifications", new Verifications(corrected(), true), Station.DOC_REVIEW);
        for (var finding : plan.findings()) {
            file.post(office, "findings", Map.of("rule", finding.rule(), "reason", finding.reason()));
        }
        visit();
        step(Station.PRELIM_SCORED, office, "preliminary-score");
        step(Station.PRELIM_FED_BACK, office, "preliminary-opinion");
        step(Station.OPINION_ISSUED, office, "opinion");
        step(Station.ACCEPTED, office, "acceptance");
        step(Station.RESULT_PROPOSED, office, "result-proposal");
        step(Station.PUBLICITY, chair, "publicity");
        step(Station.RESULT_FINAL, office, "finalisation");
        step(Station.PUBLISHED, chair, "publication");
    }

    private void visit() {
        if (plan.drawn()) {
            step(Station.SAMPLED_ONSITE, office, "onsite");
            step(Station.ONSITE_DONE, inspector, "onsite-completion");
        } else {
            step(Station.NO_ONSITE, office, "onsite-waiver");
        }
    }

    private boolean step(Station to, Desk who, String path) {
        boolean goes = plan.reaches(to);
        if (goes) {
            file.post(who, path, Map.of());
        }
        return goes;
    }

    private void reason(Desk who, String indicator, String what, String reason) {
        file.post(who, "indicators/" + indicator + "/" + what, Map.of("reason", reason));
    }

    /** What the first review makes of the self-assessment: as stated, and nothing where nothing was stated. */
    private List<Verification> confirmed() {
        var result = new ArrayList<Verification>();
        for (var one : plan.reported()) {
            result.add(new Verification(one.indicator(), one.value(), null));
        }
        for (var gap : plan.gaps()) {
            result.add(new Verification(gap.indicator(), gap.verified(), "未提供数据，按最低值核定"));
        }
        return result;
    }

    /** The corrections; for a city, which no review came before, over what it stated. */
    private List<Verification> corrected() {
        var result = new LinkedHashMap<String, Verification>();
        if (unit().isCity()) {
            confirmed().forEach(one -> result.put(one.indicator(), one));
        }
        for (var one : plan.corrections()) {
            result.put(one.indicator(), new Verification(one.indicator(), one.value(), one.reason()));
        }
        return List.copyOf(result.values());
    }
}
