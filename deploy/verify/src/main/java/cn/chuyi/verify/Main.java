package cn.chuyi.verify;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entry point; exits with 0 when everything holds. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Command(out).run(List.of(arguments)));
    }
}
