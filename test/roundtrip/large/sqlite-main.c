// A database in memory: joins, indices, aggregates, recursion, transactions, and the text of errors.
#include "sqlite3.h"
#include <stdio.h>

static int show(void *unused, int columns, char **values, char **names) {
  (void)unused;
  for (int i = 0; i < columns; i++) printf("%s=%s ", names[i], values[i] ? values[i] : "NULL");
  puts("");
  return 0;
}

static void run(sqlite3 *db, const char *sql) {
  char *error = 0;
  if (sqlite3_exec(db, sql, show, 0, &error) != SQLITE_OK) {
    printf("error: %s\n", error);
    sqlite3_free(error);
  }
}

int main(void) {
  sqlite3 *db;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) return 1;
  run(db, "create table points(id integer primary key, x real, name text); create index by_name on points(name)");
  run(db, "with recursive n(i) as (select 1 union all select i + 1 from n where i < 500)"
          " insert into points select i, i * 0.5 - (i % 7), 'p' || (i % 13) from n");
  run(db, "select name, count(*) as n, sum(x) as total, max(x) as top from points group by name order by total desc limit 5");
  run(db, "select a.id, b.id as other from points a join points b on a.name = b.name and a.x < b.x where a.id < 4 limit 6");
  run(db, "begin; update points set x = x * x where id % 2; delete from points where x > 50; savepoint s; drop table points; rollback to s; commit");
  run(db, "select count(*), round(avg(x), 6), group_concat(distinct substr(name, 2)) from points where name like 'p1%'");
  run(db, "select json_extract('{\"a\":[1,{\"b\":2.5}]}', '$.a[1].b') as j, printf('%08.3f', 3.14159) as f, upper(hex('xyz')) as h, 7 / 2, 7 % 4, 1e300 * 1e10");
  run(db, "select id, rank() over (order by x) as r, sum(x) over (order by id rows 2 preceding) as s from points order by id limit 4");
  run(db, "select * from nowhere");
  run(db, "explain query plan select * from points where name = 'p3' and x > 2");
  run(db, "pragma integrity_check");
  printf("%s %d\n", sqlite3_libversion(), sqlite3_total_changes(db));
  sqlite3_close(db);
  return 0;
}
