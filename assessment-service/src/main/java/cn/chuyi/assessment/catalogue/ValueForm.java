package cn.chuyi.assessment.catalogue;

import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value of an indicator must look like; follows from the kind of its scoring rule and its unit. */
public sealed interface ValueForm {

    /** What is wrong with a value; nothing when it is as it should be. */
    @Nullable
    Text fault(String value);

    /** One of the grade letters of a rubric. */
    record Letter(Set<String> letters) implements ValueForm {
        @Override
        public @Nullable Text fault(String value) {
            return letters.contains(value) ? null : known("等级", "grade letter", value, letters);
        }
    }

    /** One of the stages of a milestone, or {@code NOT_STARTED}. */
    record Stage(Set<String> stages) implements ValueForm {
        static final String NOT_STARTED = "NOT_STARTED";

        @Override
        public @Nullable Text fault(String value) {
            return stages.contains(value) || value.equals(NOT_STARTED) ? null : known("阶段", "stage", value, stages);
        }
    }

    /**
     * A decimal in plain digits, not negative.
     *
     * @param most upper bound; absent when there is none
     * @param whole only integers
     */
    record Decimal(@Nullable BigDecimal most, boolean whole) implements ValueForm {
        private static final Pattern PLAIN = Pattern.compile("(0|[1-9]\\d{0,11})(\\.\\d{1,6})?");

        @Override
        public @Nullable Text fault(String value) {
            if (!PLAIN.matcher(value).matches()) {
                return new Text(
                        "“" + value + "”不是数值；应为普通十进制数，如 95 或 95.5",
                        "\"" + value + "\" is no number; write plain digits such as 95 or 95.5");
            }
            if (whole && value.contains(".")) {
                return new Text("应为整数，收到 " + value, "must be a whole number, not " + value);
            }
            if (most != null && new BigDecimal(value).compareTo(most) > 0) {
                return new Text(
                        "不能大于 " + most.toPlainString() + "，收到 " + value,
                        "must not exceed " + most.toPlainString() + ", not " + value);
            }
            return null;
        }
    }

    private static Text known(String zh, String en, String value, Set<String> known) {
        String list = String.join(", ", new TreeSet<>(known));
        return new Text(
                "未知" + zh + "“" + value + "”；可用：" + list, "unknown " + en + " \"" + value + "\"; known are " + list);
    }
}
