"""The jail: what a process of a submission may see, use and do."""
