package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.rebuild.course.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one reader of a rebuild's events has been told. He first learns the state now, or, when he names the last event
 * that he had, the steps that he missed; then each step and each mark between; at last the report. One who comes when
 * all is over gets the report alone.
 */
final class Following {
    private static final int SILENT_LOOKS = 30;

    private long told;
    private boolean fresh;
    private boolean over;
    private int silent;

    /** @param last the sequence number of the last event that the reader had; absent for a new reader */
    Following(@Nullable Long last) {
        this.fresh = last == null;
        this.told = last == null ? -1 : last;
    }

    /** Something to be told. */
    sealed interface Event {

        /** @param name what the data are: {@code progress} or {@code step} a {@link Mark}, {@code report} a {@link Run} */
        record Told(long id, String name, Object data) implements Event {}

        /** Nothing; it keeps proxies from closing what looks idle. */
        record Heartbeat() implements Event {}
    }

    /** @param run as its record is now */
    List<Event> look(Run run) {
        var news = news(run);
        fresh = false;
        silent = news.isEmpty() ? silent + 1 : 0;
        if (silent == SILENT_LOOKS) {
            silent = 0;
            return List.of(new Event.Heartbeat());
        }
        return news;
    }

    boolean over() {
        return over;
    }

    private List<Event> news(Run run) {
        var news = new ArrayList<Event>();
        if (!fresh) {
            run.steps().stream().filter(step -> step.seq() > told).forEach(step -> tell(news, "step", step));
        }
        var now = run.progress();
        if (run.over()) {
            over = true;
            news.add(new Event.Told(now == null ? 1 : now.seq() + 1, "report", run));
        } else if (now != null && now.seq() > told) {
            tell(news, "progress", now);
        }
        return news;
    }

    private void tell(List<Event> news, String name, Mark mark) {
        told = mark.seq();
        news.add(new Event.Told(mark.seq(), name, mark));
    }
}
