-- How often something was tried is counted in limits.uses, for every room alike.
drop table signin.uses;
