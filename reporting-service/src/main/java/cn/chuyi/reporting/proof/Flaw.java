package cn.chuyi.reporting.proof;

/** What can be wrong with a package or proof, in the order in which it is looked at. */
public enum Flaw {
    ARCHIVE(10, "it is no ZIP that can be read"),
    SIGNATURE(11, "the signature over the manifest"),
    MANIFEST(12, "the manifest and the files it lists"),
    EVENTS(13, "the events"),
    CHAIN(14, "their places in the journals' hash chains"),
    CATALOGUE(15, "the catalogue"),
    RESULT(16, "the result"),
    ANCHOR(17, "the signed root over a journal");

    private final int exitCode;
    private final String about;

    Flaw(int exitCode, String about) {
        this.exitCode = exitCode;
        this.about = about;
    }

    /** What a command ends with that finds it. */
    public int exitCode() {
        return exitCode;
    }

    public String about() {
        return about;
    }
}
