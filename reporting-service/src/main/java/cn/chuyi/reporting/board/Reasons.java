package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import java.util.regex.Pattern;

/**
 * Why an indicator does not apply. What a person wrote stays as it was written. Where review took over what was collected,
 * assessment itself words the reason, always in Chinese; that is known by its form and worded anew in both languages.
 */
final class Reasons {
    private static final Pattern TAKEN_OVER = Pattern.compile("采集结果为不适用(?:（([a-z-]+)，(\\S+)@(\\d+)）)?");

    private Reasons() {}

    static Text ofExemption(String recorded) {
        var taken = TAKEN_OVER.matcher(recorded);
        if (!taken.matches()) {
            return new Text(recorded, recorded);
        }
        if (taken.group(1) == null) {
            return new Text("采集结果为不适用", "what was collected says so");
        }
        var measure = Sentences.measure(taken.group(1));
        var source = taken.group(2) + " ";
        return new Text(
                "采集结果为不适用（" + measure.zh() + "，" + source + "第 " + taken.group(3) + " 条）",
                "what was collected says so (" + measure.en() + ", " + source + "version " + taken.group(3) + ")");
    }
}
