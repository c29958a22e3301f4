package dev.interlock.arazzo;

import java.util.List;
import java.util.Optional;

/** The operations of one source, and what its interface promises about their answers. */
public interface OperationIndex {

    /** The operation with this id. */
    Optional<CalledOperation> byId(String operationId);

    /** The operation at this JSON pointer of the document, such as {@code /paths/~1pets/get}. */
    Optional<CalledOperation> byPointer(String pointer);

    /** The ids of all operations, for advice. */
    List<String> operationIds();

    /** What an answer breaks of the contract. */
    List<ContractBreak> check(CalledOperation operation, HttpCall call, HttpAnswer answer);
}
