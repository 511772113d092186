package cn.chuyi.kit.journal;

/** Says who is at work now; the HTTP shell implements it from the request. */
public interface Origins {

    /** The origin of what is recorded next; all absent outside a request. */
    Origin current();
}
