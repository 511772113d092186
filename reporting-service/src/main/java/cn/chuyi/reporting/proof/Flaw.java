package cn.chuyi.reporting.proof;

import cn.chuyi.kit.decision.Text;

/** What can be wrong with a package or proof, in the order in which it is looked at. */
public enum Flaw {
    ARCHIVE(10, new Text("无法读取的 ZIP", "it is no ZIP that can be read")),
    SIGNATURE(11, new Text("清单上的签名", "the signature over the manifest")),
    MANIFEST(12, new Text("清单及其所列的文件", "the manifest and the files it lists")),
    EVENTS(13, new Text("事件", "the events")),
    CHAIN(14, new Text("事件在日志哈希链中的位置", "their places in the journals' hash chains")),
    CATALOGUE(15, new Text("指标体系", "the catalogue")),
    RESULT(16, new Text("结果", "the result")),
    ANCHOR(17, new Text("日志的签名树根", "the signed root over a journal"));

    private final int exitCode;
    private final Text about;

    Flaw(int exitCode, Text about) {
        this.exitCode = exitCode;
        this.about = about;
    }

    /** What a command ends with that finds it. */
    public int exitCode() {
        return exitCode;
    }

    /** What it is about, as a name within a sentence. */
    public Text about() {
        return about;
    }
}
