package cn.chuyi.local.demo.client;

/** A service refused what the demo year takes for granted. */
public final class UnexpectedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedAnswerException(String request, String user, Answer answer) {
        super("%s as %s was answered %d %s: %s %s"
                .formatted(
                        request, user, answer.status(), answer.code(), answer.text("detail"), answer.text("remedy")));
    }
}
