package cn.chuyi.bench.reads;

import cn.chuyi.bench.suite.Caller;
import cn.chuyi.bench.suite.RunningSuite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the office asks of the reporting service: scores of all units in turn, the board of the counties, and nothing. */
final class Questions {
    private static final int OK = 200;
    private static final int REFUSED = 400;

    private final Caller office;
    private final List<Caller.Request> scores = new ArrayList<>();
    private final Caller.Request board;
    private final Caller.Request nothing;

    Questions(RunningSuite suite) throws IOException, InterruptedException {
        this.office = new Caller(suite, "office");
        this.board = office.get(suite.uri(RunningSuite.REPORTING, "scoreboards/2025/COUNTY"));
        this.nothing = office.get(suite.uri(RunningSuite.REPORTING, "scores?year=2025&limit=0"));
        for (var unit : office.read(board).path("units")) {
            var path = "scores/2025/" + unit.path("code").asText();
            scores.add(office.get(suite.uri(RunningSuite.REPORTING, path)));
        }
        if (scores.isEmpty()) {
            throw new IllegalStateException("the board of the demo year is empty");
        }
    }

    void score(int which) throws IOException, InterruptedException {
        ask(scores.get(which % scores.size()), OK);
    }

    void board() throws IOException, InterruptedException {
        ask(board, OK);
    }

    /** The token is checked as ever; then the page of no lines is refused, before anything is read. */
    void nothing() throws IOException, InterruptedException {
        ask(nothing, REFUSED);
    }

    private void ask(Caller.Request request, int expected) throws IOException, InterruptedException {
        var answer = office.send(request);
        if (answer.status() != expected) {
            throw new IOException(request.uri() + " was answered " + answer.status());
        }
    }
}
