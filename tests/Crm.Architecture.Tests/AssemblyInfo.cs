// The assemblies are read once and lazily, and Cecil's lazy reading is not made for several threads.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
