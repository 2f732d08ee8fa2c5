using System.CommandLine;
using Crm.Benchmarks.Load;
using Crm.BuildingBlocks.Hosting.Persistence;

var provider = new Option<DatabaseProvider>("--provider") { DefaultValueFactory = _ => DatabaseProvider.Sqlite, Description = "Which database" };
var connection = new Option<string?>("--connection") { Description = "An empty database; left out, a private one is made" };
var customers = new Option<int>("--customers") { DefaultValueFactory = _ => 10_000, Description = "How many customers there are" };
var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10, Description = "Length of each measurement" };
var load = new Command("load", "Orders, reads and searches at 1, 8 and 32 connections, with the floor beside them") { provider, connection, customers, seconds };
load.SetAction((parsed, ct) => LoadCommand.Run(
    parsed.GetValue(provider), parsed.GetValue(connection), parsed.GetValue(customers), TimeSpan.FromSeconds(parsed.GetValue(seconds)), ct));
return await new RootCommand("Measures what docs/performance.md states") { load }.Parse(args).InvokeAsync();

