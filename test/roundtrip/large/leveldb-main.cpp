// A database in a fresh folder: batches, iteration, compaction with Snappy, reopening.
#include <cstdio>
#include <cstdlib>
#include <string>
#include "leveldb/cache.h"
#include "leveldb/db.h"
#include "leveldb/filter_policy.h"
#include "leveldb/write_batch.h"

int main() {
  char folder[] = "/tmp/roundtrip-leveldb-XXXXXX";
  if (!mkdtemp(folder)) return 1;
  leveldb::Options options;
  options.create_if_missing = true;
  options.write_buffer_size = 64 << 10;
  options.compression = leveldb::kSnappyCompression;
  options.filter_policy = leveldb::NewBloomFilterPolicy(10);
  options.block_cache = leveldb::NewLRUCache(1 << 20);
  leveldb::DB *db = nullptr;
  leveldb::Status status = leveldb::DB::Open(options, folder, &db);
  std::printf("%d\n", status.ok());
  for (int i = 0; i < 5000; i++) {
    leveldb::WriteBatch batch;
    batch.Put("key" + std::to_string(i * 7919 % 5000), std::string(i % 50, 'a' + i % 26) + std::to_string(i));
    if (i % 3 == 0) batch.Delete("key" + std::to_string(i));
    status = db->Write(leveldb::WriteOptions(), &batch);
  }
  db->Delete(leveldb::WriteOptions(), "key100");
  db->CompactRange(nullptr, nullptr);
  delete db;
  db = nullptr;
  status = leveldb::DB::Open(options, folder, &db);
  unsigned long hash = 5381;
  int count = 0;
  leveldb::Iterator *it = db->NewIterator(leveldb::ReadOptions());
  for (it->SeekToFirst(); it->Valid(); it->Next(), count++)
    for (char c : it->key().ToString() + it->value().ToString()) hash = hash * 33 + (unsigned char)c;
  it->Seek("key4");
  std::printf("%d %lu %s\n", count, hash, it->key().ToString().c_str());
  delete it;
  std::string value;
  status = db->Get(leveldb::ReadOptions(), "key100", &value);
  std::printf("%s\n", status.ToString().c_str());
  delete db;
  leveldb::DestroyDB(folder, options);
  delete options.filter_policy;
  delete options.block_cache;
}
