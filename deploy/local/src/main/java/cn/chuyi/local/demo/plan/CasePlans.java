package cn.chuyi.local.demo.plan;

import cn.chuyi.local.demo.plan.CasePlan.Finding;
import cn.chuyi.local.demo.plan.CasePlan.Gap;
import cn.chuyi.local.demo.plan.CasePlan.Reasoned;
import cn.chuyi.local.demo.plan.CasePlan.Reported;
import cn.chuyi.local.demo.plan.CasePlan.Reviewed;
import cn.chuyi.local.demo.plan.Catalogue.Indicator;
import cn.chuyi.local.demo.plan.Fate.Part;
import java.util.ArrayList;
import java.util.List;

/** Plans the cases: what each unit states, what the review corrects, what is found. */
final class CasePlans {

    private final long seed;
    private final Catalogue cities = Catalogue.ofCities();
    private final Catalogue counties = Catalogue.ofCounties();

    CasePlans(long seed) {
        this.seed = seed;
    }

    CasePlan of(Fate fate) {
        var dice = Dice.of(seed, "case " + fate.subject());
        var exemptions = exemptions(fate, dice);
        var asked = asked(fate, exemptions);
        int stated = stated(fate, asked.size(), dice);
        var reported = new ArrayList<Reported>();
        var corrections = new ArrayList<Reviewed>();
        for (var indicator : asked.subList(0, stated)) {
            state(fate, indicator, dice, reported, corrections);
        }
        return new CasePlan(
                fate.unit(),
                fate.goal(),
                fate.goal() == Station.RETURNED || dice.chance(0.08),
                drawn(fate, dice),
                reported,
                exemptions,
                gaps(fate, asked.subList(stated, asked.size())),
                corrections,
                findings(fate, dice));
    }

    /** A visit, unless the goal says that there was none. */
    private static boolean drawn(Fate fate, Dice dice) {
        return switch (fate.goal()) {
            case SAMPLED_ONSITE, ONSITE_DONE -> true;
            case NO_ONSITE -> false;
            default -> dice.chance(fate.unit().isCity() ? 0.9 : 0.2);
        };
    }

    private List<Indicator> asked(Fate fate, List<Reasoned> exemptions) {
        var exempted = exemptions.stream().map(Reasoned::indicator).toList();
        return (fate.unit().isCity() ? cities : counties)
                .reported().stream()
                        .filter(indicator -> !exempted.contains(indicator.code()))
                        .toList();
    }

    /** How many of the values the unit fills in: some while it is at it; a weak unit has nothing to state for one. */
    private static int stated(Fate fate, int asked, Dice dice) {
        if (fate.goal() == Station.SELF_ASSESSING) {
            return dice.between(2, asked - 2);
        }
        return fate.quality() < 0.8 && dice.chance(0.35) ? asked - 1 : asked;
    }

    private static List<Gap> gaps(Fate fate, List<Indicator> unstated) {
        return fate.goal() == Station.SELF_ASSESSING
                ? List.of()
                : unstated.stream()
                        .map(indicator -> new Gap(indicator.code(), "决算尚未批复，暂无数据", indicator.valueFor(0)))
                        .toList();
    }

    private void state(Fate fate, Indicator indicator, Dice dice, List<Reported> reported, List<Reviewed> corrections) {
        double share = Math.clamp(fate.quality() + dice.between(-0.07, 0.06), 0, 1);
        boolean boasts = dice.chance(fate.part() == Part.FALSE_DATA ? 0.5 : 0.08);
        var truth = indicator.valueFor(share);
        var stated = boasts ? indicator.valueFor(Math.min(1, share + 0.25)) : truth;
        reported.add(
                new Reported(indicator.code(), stated, Evidence.hash(fate.unit().code() + " " + indicator.code())));
        if (!stated.equals(truth)) {
            corrections.add(new Reviewed(indicator.code(), truth, "佐证材料只能支持较低的数值"));
        }
    }

    private static List<Reasoned> exemptions(Fate fate, Dice dice) {
        boolean none = fate.unit().isDistrict() && dice.chance(0.3);
        return none ? List.of(new Reasoned("K-E3", "区内没有职教集团成员单位，市级统筹")) : List.of();
    }

    private static List<Finding> findings(Fate fate, Dice dice) {
        return switch (fate.part()) {
            case ACCIDENT -> List.of(new Finding("V4", "演示: 实训车间发生责任安全事故"));
            case ACCIDENT_IN_VAIN -> List.of(new Finding("V4", "演示: 校车责任安全事故"));
            case FALSE_DATA -> List.of(new Finding("V1", "演示: 编制落实数据与台账不符"));
            case DIVERTED_FUNDS -> List.of(new Finding("V3", "演示: 抵扣生均公用经费"));
            case SCHOOL_STOPPED -> List.of(new Finding("V2", "演示: 公办中职停止招生"));
            case UNLAWFUL_INTERNSHIPS ->
                List.of(
                        new Finding("V5", "演示: 通过中介组织实习"),
                        new Finding("D3", "演示: 第一起违规实习"),
                        new Finding("D3", "演示: 第二起违规实习"));
            case AWARDED -> List.of(new Finding("B1", "演示: 国家级教学成果奖"), new Finding("B1", "演示: 全国典型案例"));
            case LATE -> List.of(new Finding("D1", "演示: 逾期第一个五日"), new Finding("D1", "演示: 逾期第二个五日"));
            case TWIN, BARE_DISTRICT -> List.of();
            case NONE -> everyday(dice);
        };
    }

    private static List<Finding> everyday(Dice dice) {
        if (dice.chance(0.1)) {
            return List.of(new Finding("B1", "演示: 全国典型案例"));
        }
        return dice.chance(0.12) ? List.of(new Finding("D2", "演示: 报送后更正数据")) : List.of();
    }
}
