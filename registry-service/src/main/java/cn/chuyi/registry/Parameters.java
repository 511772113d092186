package cn.chuyi.registry;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters with a fixed vocabulary: a word outside it is an error, not an empty list. */
public final class Parameters {
    private Parameters() {}

    /**
     * One of the constants of an enum; absent when the parameter is.
     *
     * @throws ProblemException 400 naming the parameter and the words that it takes
     */
    public static <E extends Enum<E>> @Nullable E choice(Class<E> type, String name, @Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> invalid(name, word, words(type)));
    }

    /**
     * A civil date; absent when the parameter is.
     *
     * @throws ProblemException 400 naming the parameter
     */
    public static @Nullable LocalDate date(String name, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid(name, String.valueOf(text), "2025-12-31");
        }
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static ProblemException invalid(String name, String given, String expected) {
        return new ProblemException(
                400,
                "PARAMETER_INVALID",
                new Text("参数 " + name + " 的值 " + given + " 无效。", "Parameter " + name + " cannot be " + given + "."),
                new Text("可用：" + expected + "。", "It takes: " + expected + "."),
                name);
    }
}
