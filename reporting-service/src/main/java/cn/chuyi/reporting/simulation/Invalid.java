package cn.chuyi.reporting.simulation;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.reporting.score.InvalidInputException;

/** What is wrong with a wish, where, and what to do. */
final class Invalid {
    private static final Text SEE_CODES = new Text("请使用该指标体系中的指标代码。", "Use the codes of that catalogue's indicators.");

    private Invalid() {}

    static ProblemException indicator(String pointer, String code) {
        return of("INDICATOR_UNKNOWN", pointer, "没有指标 " + code + "。", "There is no indicator " + code + ".", SEE_CODES);
    }

    static ProblemException unit(String pointer, String code) {
        return of(
                "UNIT_UNKNOWN",
                pointer,
                "该年度该级别没有单位 " + code + "。",
                "There is no unit " + code + " of this year and level.",
                new Text("请使用结果榜上的区划代码。", "Use the codes of the board."));
    }

    static ProblemException number(String pointer, String zh, String en) {
        return of("NUMBER_OUT_OF_RANGE", pointer, zh, en, new Text("请改为允许范围内的数。", "Choose a number within the range."));
    }

    static ProblemException weights(String zh, String en) {
        return of(
                "WEIGHTS_UNUSABLE",
                "/changes/weights",
                zh,
                en,
                new Text("请调整权重或排除的指标。", "Change the weights, or exclude fewer indicators."));
    }

    static ProblemException rule(String pointer, InvalidInputException cause) {
        return of(
                "RULE_INVALID",
                pointer,
                "规则无法使用：" + cause.text().zh() + "。",
                "The rule cannot be used: " + cause.text().en() + ".",
                new Text("请按规则种类补齐或改正参数。", "Complete or correct the parameters of its kind."));
    }

    static ProblemException target(String pointer, String code) {
        return of(
                "TARGET_NOT_POSSIBLE",
                pointer,
                "指标 " + code + " 的规则没有单一目标值。",
                "The rule of " + code + " has no single target.",
                new Text("请用 changes.rules 给出完整规则。", "Give the whole rule with changes.rules."));
    }

    static ProblemException bands(String zh, String en) {
        return of(
                "BANDS_INVALID",
                "/changes/bands",
                zh,
                en,
                new Text("每个等次给一个起点分，例如 90、80、60、0。", "Give each grade one lowest total, for example 90, 80, 60, 0."));
    }

    static ProblemException catalogue(String pointer, String zh, String en) {
        return of(
                "CATALOGUE_UNUSABLE",
                pointer,
                zh,
                en,
                new Text(
                        "请用已冻结的 id（例如 CHUYI-2022-2025-COUNTY），或给出完整的 content。",
                        "Name a frozen one by its id, for example CHUYI-2022-2025-COUNTY, or give a whole content."));
    }

    private static ProblemException of(String code, String pointer, String zh, String en, Text remedy) {
        return ProblemException.invalid(code, pointer, new Text(zh, en), remedy);
    }
}
