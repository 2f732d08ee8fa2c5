using Xunit;

// Many of these tests wait more than they work: for events to arrive, for a job to be due, for a process to start.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer("Crm.Host.Tests.LongestFirst", "Crm.Host.Tests")]
