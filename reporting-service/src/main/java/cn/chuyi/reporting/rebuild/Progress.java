package cn.chuyi.reporting.rebuild;

/** Is told how far a rebuild is; answers by an exception when it shall stop. */
public interface Progress {
    void read(long done, long total);
}
