package dev.interlock.security;

/**
 * What somebody enters to get an account.
 *
 * @param name 1 to 100 characters
 * @param email unique, whatever its case
 * @param password 12 to 128 characters
 */
public record NewPerson(String name, String email, String password) {
    @Override
    public String toString() {
        return "NewPerson[" + email + "]";
    }
}
