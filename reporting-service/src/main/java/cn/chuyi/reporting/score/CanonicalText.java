package cn.chuyi.reporting.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scoreboard as text that anyone can compare without this software, and its SHA-256. */
public final class CanonicalText {

    private CanonicalText() {}

    /**
     * The lines of one unit.
     *
     * @param edition 0 is provisional
     * @param total absent when not rated
     */
    public record Unit(
            int year,
            String code,
            Level level,
            int edition,
            @Nullable BigDecimal total,
            String grade,
            List<Item> items) {

        public static Unit of(int year, String code, Level level, int edition, Score score) {
            return new Unit(year, code, level, edition, score.total(), score.grade(), score.items());
        }

        public String text() {
            var text = new StringBuilder();
            line(text, String.valueOf(year), code, level.name(), String.valueOf(edition), plain(total), grade);
            var sorted = new ArrayList<>(items);
            sorted.sort(Comparator.comparing(Item::indicator));
            for (var item : sorted) {
                line(
                        text,
                        "",
                        item.indicator(),
                        item.state().name(),
                        item.value() == null ? "-" : item.value(),
                        plain(item.share()),
                        plain(item.points()));
            }
            return text.toString();
        }

        public String digest() {
            return sha256(text());
        }
    }

    /** The lines of a whole board, units by code. */
    public static String of(Collection<Unit> units) {
        var text = new StringBuilder();
        units.stream().sorted(Comparator.comparing(Unit::code)).forEach(unit -> text.append(unit.text()));
        return text.toString();
    }

    /** SHA-256 of the UTF-8 bytes in lowercase hex. */
    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void line(StringBuilder text, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : "\t").append(cells[i]);
        }
        text.append('\n');
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }
}
