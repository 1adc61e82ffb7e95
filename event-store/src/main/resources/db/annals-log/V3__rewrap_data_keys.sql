-- A new key-encryption key wraps the data keys anew; their names never change.
grant update (wrapped) on data_key to annals_log_writer;
