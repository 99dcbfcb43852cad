// What GRDB does not offer of SQLite: sqlite3_db_config is variadic, so Swift cannot call it.
#ifndef EINZELPOST_CSQLITE_SHIM_H
#define EINZELPOST_CSQLITE_SHIM_H

#include <sqlite3.h>

// The journal has neither triggers nor views. Whatever of that kind stands in its file was put there by
// somebody else, and must not run; nor may a statement of ours reach the schema or the pages themselves
// (sqlite.org/c3ref/c_dbconfig_defensive.html).
static inline int journal_forbid_hidden_code(sqlite3 *journal) {
    int result = sqlite3_db_config(journal, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
    if (result == SQLITE_OK) {
        result = sqlite3_db_config(journal, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
    }
    if (result == SQLITE_OK) {
        result = sqlite3_db_config(journal, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    }
    return result;
}

#endif
