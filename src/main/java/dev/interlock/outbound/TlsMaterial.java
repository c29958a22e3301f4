package dev.interlock.outbound;

/**
 * What a connection proves itself with and whom it trusts beyond the authorities everyone trusts; each a text in PEM, or
 * empty.
 *
 * @param certificate certificate of the client, with the chain behind it
 * @param key private key that fits the certificate, not encrypted
 * @param authorities certificates of further authorities
 */
public record TlsMaterial(String certificate, String key, String authorities) {
    /** Nothing beyond what everyone has. */
    public static final TlsMaterial NONE = new TlsMaterial("", "", "");

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "TlsMaterial[certificate=" + !certificate.isEmpty() + ", authorities=" + !authorities.isEmpty() + "]";
    }
}
