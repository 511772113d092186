package cn.chuyi.verify;

import cn.chuyi.kit.anchor.GrowthProof;
import cn.chuyi.kit.anchor.RowProof;
import cn.chuyi.kit.anchor.UnprovenException;
import cn.chuyi.kit.event.Json;
import cn.chuyi.reporting.proof.Flaw;
import cn.chuyi.reporting.proof.FlawException;
import cn.chuyi.reporting.proof.Verification;
import cn.chuyi.reporting.proof.Verification.Verified;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what is asked, answers in words, and with a number for scripts. */
final class Command {
    static final int HOLDS = 0;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;

    private static final String HELP = """
            verify FILE.zip [--key KEYS]                      a unit's or a board's result package
            verify row PROOF.json --key KEYS [--of FILE.zip]  a journal's row is under a signed root (and the package's is)
            verify growth PROOF.json --key KEYS               a later root extends an earlier one

            KEYS is a file with a JSON Web Key Set (what a service publishes at /.well-known/jwks.json), or for a package
            the thumbprint of the one key that may have signed it. Without it a package is checked against the key that it
            brings along, whose thumbprint is printed: compare that with the publisher's. Give --key once for each set, for
            example that of the service which recorded a row and that of the one which signed the package.

            Exit code: 0 holds; 2 usage; 3 a file cannot be read; else the first thing that is wrong:""";

    private final PrintStream out;

    Command(PrintStream out) {
        this.out = out;
    }

    int run(List<String> arguments) {
        try {
            var request = Request.of(arguments);
            switch (request.what()) {
                case PACKAGE -> say(verified(request, request.file()));
                case ROW -> row(request);
                case GROWTH -> growth(request);
            }
            return HOLDS;
        } catch (FlawException e) {
            out.println("WRONG " + e.flaw() + ": " + e.getMessage());
            return e.flaw().exitCode();
        } catch (UnprovenException e) {
            out.println("WRONG " + Flaw.ANCHOR + ": " + e.getMessage());
            return Flaw.ANCHOR.exitCode();
        } catch (Request.UsageException e) {
            out.println(e.getMessage());
            help();
            return USAGE;
        } catch (IOException e) {
            out.println("cannot be read: " + e);
            return UNREADABLE;
        }
    }

    private static Verified verified(Request request, Path file) throws IOException {
        byte[] archive = atMost(Verification.MOST_BYTES + 1, file);
        var keys = request.keys();
        return keys == null
                ? new Verification(request.thumbprint()).verify(archive)
                : new Verification(keys).verify(archive);
    }

    private static byte[] atMost(int bytes, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }

    private void say(Verified verified) {
        var manifest = verified.manifest();
        out.print(verified.canonical());
        out.println();
        out.println("HOLDS: " + manifest.programme() + " " + manifest.year() + " " + manifest.level() + " "
                + (manifest.unit() == null ? "board (" + manifest.scope() + ")" : manifest.unit())
                + (manifest.edition() == null
                        ? ""
                        : manifest.edition() == 0 ? ", provisional" : ", edition " + manifest.edition())
                + (manifest.asOf() == null ? "" : ", as of " + manifest.asOf())
                + "; the events make this text to the last character.");
        out.println("signed " + manifest.signature() + ", digests " + manifest.digest() + ", by key "
                + verified.key().thumbprint()
                + (verified.pinned()
                        ? ", which was given"
                        : ", which the package brings along: compare its thumbprint"));
    }

    private void row(Request request) throws IOException {
        var proof = read(request.file(), RowProof.class);
        proof.check(request.required());
        if (request.of() != null) {
            verified(request, request.of())
                    .requireLink(proof.anchor().service(), proof.number(), proof.event(), proof.hash());
        }
        out.println("HOLDS: link " + proof.number() + " of " + proof.anchor().service() + ", " + proof.hash()
                + ", is under the root of " + proof.anchor().size() + " links, "
                + proof.anchor().root());
        out.println(
                request.of() == null
                        ? "That it is the link of event " + proof.event()
                                + " is what the service says; a package that has the event proves it, with --of."
                        : "It is the link of event " + proof.event() + ", which the package has.");
    }

    private void growth(Request request) throws IOException {
        var proof = read(request.file(), GrowthProof.class);
        proof.check(request.required());
        out.println("HOLDS: the root of " + proof.later().size() + " links of "
                + proof.later().service() + " extends the root of "
                + proof.earlier().size());
    }

    private static <T> T read(Path file, Class<T> shape) throws IOException {
        try {
            T proof = Json.mapper().readValue(Files.readAllBytes(file), shape);
            if (proof == null) {
                throw new FlawException(Flaw.ANCHOR, file + " is no proof");
            }
            return proof;
        } catch (JsonProcessingException e) {
            throw new FlawException(Flaw.ANCHOR, file + " is no proof: " + e.getOriginalMessage());
        }
    }

    private void help() {
        out.println(HELP);
        for (var flaw : Flaw.values()) {
            out.println("  " + flaw.exitCode() + " " + flaw.name() + " "
                    + flaw.about().en());
        }
    }
}
