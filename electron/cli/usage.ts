/** What `help` prints. */
export const usage = `regulars --store FILE [--encrypt] [--code-file FILE] [--as NAME --pin-file FILE] [--today YYYY-MM-DD] [--lang zh-CN|en] [--verbose] COMMAND ...

  import FILE --form purchases|customers [--preset auto|cdnow] [--sheet N] [--match-by auto|number|cardNo|phone|nameBirthday]
         [--on-existing update|skip] [--on-new create|skip] [--on-conflict file|shop] [--gender-codes zero_male|one_male]
         [--calendar-codes zero_lunar|zero_solar|one_solar] [--balances fill|set]
         [--identity-numbers leave_out|derive] [--keep-suspect-birthdays] [--earn-points] [--again]
                        bring a CSV, XLSX, XLS or VCF file in, in one transaction, whatever its name ends with;
                        a file that was imported before adds nothing without --again
  today [--limit N]     whom to call today, and why
  segments              how many customers stand in each class
  forecast [--until YYYY-MM-DD] [--unit week|day] [--horizon DAYS]
                        what to expect of the customers by BG/NBD and Gamma-Gamma, and how that would have done in the last quarter
                        of the history; "outcome" refused, with the reason, where there is too little to go by
  customer ID|NUMBER    one customer's card
  backup DIR            a proven copy of the store into a folder
  verify FILE           prove a backup (or any store): integrity, keys, ledgers and summaries; needs no --store
  restore FILE          put a proven backup in the store's place; the present store is kept beside it
  check                 read the whole store: "verdict" whole, findings or damaged, and of a damaged one what can be done about it
  salvage --to FILE     bring what can be read of a damaged store into a new one; the damaged one stays as it is
  audit verify          prove that no entry of the audit log was edited, deleted, moved or put in
  audit list [--limit N] who did what, latest first
  ops                   every operation with kind, permission, input and output as JSON Schema; needs no --store
  call OPERATION JSON   any operation; "file" and "folder" of its input may be plain paths
  help                  this page

Answers are JSON on standard output; errors are JSON on standard error, {"error":{"code","details","message"}}.
Exit code 0: done; 1: not done (or a proof found problems); 2: the command line is wrong.
--encrypt locks the store's pages, a new one's too; the recovery code goes into --code-file FILE (which must not be there yet) or,
without one, to standard error, and is shown this once. --code-file FILE opens a locked store with the words in that file.
Where the shop has accounts, --as NAME --pin-file FILE signs in, the file holding the PIN; wrong PINs count as at the desk. Without accounts
the command line is the owner's.
--today pretends that the business day is this one. --verbose writes log and progress to standard error.
`;
