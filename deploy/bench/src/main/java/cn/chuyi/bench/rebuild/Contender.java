package cn.chuyi.bench.rebuild;

/** Something that reads the whole log. */
interface Contender {

    /** @return events read */
    long round();
}
