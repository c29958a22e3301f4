-- Each batch of results asks which paths fail now, and which problems its tests ever showed.
create index path_test_failing on history.path_test (project_id, environment, path_key) where verdict = 'F';
create index problem_test_ever on history.problem_test (project_id, test);
drop index history.problem_test_project_id_test;
