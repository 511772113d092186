package cn.chuyi.verify;

import cn.chuyi.kit.signing.VerificationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the command.
 *
 * @param keys absent when none are given, or only a thumbprint
 * @param thumbprint of the one key that may have signed; absent when keys are given, or nothing
 * @param of the package that has the row; absent when none is given
 */
record Request(
        What what,
        Path file,
        @Nullable List<VerificationKey> keys,
        @Nullable String thumbprint,
        @Nullable Path of) {

    enum What {
        PACKAGE,
        ROW,
        GROWTH
    }

    /** The words are none of the command's. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    static Request of(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            throw new UsageException("What is to be verified?");
        }
        var what = switch (arguments.getFirst()) {
            case "row" -> What.ROW;
            case "growth" -> What.GROWTH;
            default -> What.PACKAGE;
        };
        var rest = what == What.PACKAGE ? arguments : arguments.subList(1, arguments.size());
        if (rest.isEmpty() || rest.size() % 2 == 0) {
            throw new UsageException("One file, and a value after each option.");
        }
        var keys = new ArrayList<String>();
        Path of = null;
        for (int i = 1; i < rest.size(); i += 2) {
            switch (rest.get(i)) {
                case "--key" -> keys.add(rest.get(i + 1));
                case "--of" -> of = Path.of(rest.get(i + 1));
                default -> throw new UsageException("No option is called " + rest.get(i) + ".");
            }
        }
        if (of != null && what != What.ROW) {
            throw new UsageException("--of is for a row.");
        }
        return keys.size() == 1 && isThumbprint(keys.getFirst())
                ? new Request(what, Path.of(rest.getFirst()), null, keys.getFirst(), of)
                : new Request(what, Path.of(rest.getFirst()), keys.isEmpty() ? null : read(keys), null, of);
    }

    private static List<VerificationKey> read(List<String> files) throws IOException {
        var keys = new ArrayList<VerificationKey>();
        for (var file : files) {
            if (isThumbprint(file)) {
                throw new UsageException("A thumbprint stands alone: it names the one key.");
            }
            try {
                keys.addAll(VerificationKey.ofJwks(Files.readString(Path.of(file))));
            } catch (IllegalArgumentException e) {
                throw new UsageException(file + ": " + e.getMessage());
            }
        }
        return List.copyOf(keys);
    }

    private static boolean isThumbprint(String key) {
        return key.matches("[A-Za-z0-9_-]{43}");
    }

    List<VerificationKey> required() {
        if (keys == null) {
            throw new UsageException("A root is worth as much as its key: give the key set with --key.");
        }
        return keys;
    }
}
