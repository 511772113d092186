package cn.chuyi.reporting.board;

import static java.util.stream.Collectors.toMap;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.reader.FoldWatch;
import cn.chuyi.reporting.fold.ScoreTables;
import cn.chuyi.reporting.ledger.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what a caller wrote is in yet: the tokens of {@code X-Event-Position} against the streams that were folded. */
@ApplicationScoped
public class Freshness {
    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9._-]{1,200})@(\\d{1,18})");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,4})s?");
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Wait for what this process will probably fold, before anything is looked up. */
    private static final Duration NEAR = Duration.ofMillis(100);

    /** From one look for what another replica has folded to the next: at first, and at last. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** Who waits holds some kilobytes and no thread. */
    private static final int MOST_WAITING = 500;

    private final Snapshots snapshots;
    private final FoldWatch watch;
    private final Semaphore places = new Semaphore(MOST_WAITING);

    Freshness(Snapshots snapshots, FoldWatch watch) {
        this.snapshots = snapshots;
        this.watch = watch;
    }

    private record Token(String stream, long version) {}

    /**
     * What somebody has waited for.
     *
     * @param versions last one of each stream
     * @param since when, by {@link System#nanoTime()}
     */
    public record News(Map<String, Long> versions, long since) {}

    /**
     * Returns when all tokens are folded.
     *
     * @param after tokens, separated by commas; absent asks for nothing
     * @param wait such as {@code 2s} or {@code PT2S}, at most a minute; absent does not wait
     * @return what was folded meanwhile; absent when nothing was
     * @throws ProblemException 503 when one is not folded in time
     */
    public @Nullable News await(@Nullable String after, @Nullable String wait) {
        if (after == null || after.isBlank()) {
            return null;
        }
        long since = System.nanoTime();
        var missing = tokens(after);
        var patience = patience(wait);
        long deadline = since + patience.toNanos();
        var versions = versions(missing);
        var news = new News(versions, since);
        try (var waiting = watch.expect(versions)) {
            if (watch.isFolded(versions)) {
                return null;
            }
            if (watch.isNear(versions) && isHeard(waiting, shorter(patience, NEAR))) {
                return news;
            }
            missing = unseen(missing);
            if (missing.isEmpty()) {
                return null;
            }
            if (!places.tryAcquire()) {
                throw late(missing.getFirst());
            }
            try {
                await(waiting, missing, deadline);
                return news;
            } finally {
                places.release();
            }
        }
    }

    private boolean isHeard(FoldWatch.Waiting waiting, Duration longest) {
        if (longest.isZero() || !places.tryAcquire()) {
            return false;
        }
        try {
            return waiting.await(longest);
        } finally {
            places.release();
        }
    }

    private void await(FoldWatch.Waiting waiting, List<Token> unseen, long deadline) {
        var pause = FIRST_PAUSE;
        for (var missing = unseen; !missing.isEmpty(); missing = unseen(missing)) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive() || Thread.currentThread().isInterrupted()) {
                throw late(missing.getFirst());
            }
            if (waiting.await(shorter(left, pause))) {
                return;
            }
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Map<String, Long> versions(List<Token> tokens) {
        return tokens.stream().collect(toMap(Token::stream, Token::version, Math::max));
    }

    private List<Token> unseen(List<Token> tokens) {
        var seen = snapshots.glance(sql ->
                new ScoreTables(sql).seen(tokens.stream().map(Token::stream).toList()));
        return tokens.stream()
                .filter(token -> seen.getOrDefault(token.stream(), 0L) < token.version())
                .toList();
    }

    private static List<Token> tokens(String after) {
        var tokens = new ArrayList<Token>();
        for (var part : after.split(",", -1)) {
            var token = TOKEN.matcher(part.strip());
            if (!token.matches()) {
                throw malformed("after", part, "stream@version");
            }
            tokens.add(new Token(token.group(1), Long.parseLong(token.group(2))));
        }
        return tokens;
    }

    private static Duration patience(@Nullable String wait) {
        if (wait == null || wait.isBlank()) {
            return Duration.ZERO;
        }
        var seconds = SECONDS.matcher(wait);
        try {
            var asked = seconds.matches() ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : Duration.parse(wait);
            return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        } catch (DateTimeParseException e) {
            throw malformed("wait", wait, "2s");
        }
    }

    private static ProblemException malformed(String parameter, String given, String example) {
        return new ProblemException(
                400,
                "PARAMETER_MALFORMED",
                new Text(parameter + " 无法识别：" + given, parameter + " cannot be read: " + given),
                new Text("请按此格式填写：" + example, "Write it like " + example + "."),
                parameter);
    }

    private static ProblemException late(Token token) {
        var name = token.stream() + "@" + token.version();
        return ProblemException.notYet(
                "NOT_FOLDED_YET",
                new Text("事件 " + name + " 尚未计入。", "Event " + name + " is not folded yet."),
                new Text("请稍后重试，或加大 wait。", "Try again in a moment, or wait longer."),
                "after",
                COME_AGAIN);
    }
}
