package cn.chuyi.reporting.rebuild.course;

/** Is told by the thread of a rebuild how far it is, several times a second; answers by an exception when it shall stop. */
public interface Progress {
    void at(Phase phase, Count count);
}
