using System.CommandLine;
using Crm.Benchmarks.Duplicates;
using Crm.Benchmarks.Imports;
using Crm.Benchmarks.Load;
using Crm.Benchmarks.Search;
using Crm.BuildingBlocks.Hosting.Persistence;

var provider = new Option<DatabaseProvider>("--provider") { DefaultValueFactory = _ => DatabaseProvider.Sqlite, Description = "Which database" };
var connection = new Option<string?>("--connection") { Description = "An empty database; left out, a private one is made" };
var customers = new Option<int>("--customers") { DefaultValueFactory = _ => 10_000, Description = "How many customers there are" };
var prices = new Option<int>("--prices") { Description = "How many prices are published; none: orders say their discount themselves" };
var promotions = new Option<int>("--promotions") { Description = "How many promotions are in force" };
var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10, Description = "Length of each measurement" };
var connections = new Option<int[]>("--connections") { DefaultValueFactory = _ => [1, 8, 32], AllowMultipleArgumentsPerToken = true, Description = "Clients at one time" };
var only = new Option<Part[]>("--only") { DefaultValueFactory = _ => [.. Enum.GetValues<Part>().Except([Part.History])], AllowMultipleArgumentsPerToken = true, Description = "What to measure" };
var load = new Command("load", "Orders, reads and searches, with the floor beside them") { provider, connection, customers, prices, promotions, seconds, connections, only };
load.SetAction((parsed, ct) => new LoadCommand(
    parsed.GetValue(provider), parsed.GetValue(connection),
    new CompanySize(parsed.GetValue(customers), parsed.GetValue(prices), parsed.GetValue(promotions)), TimeSpan.FromSeconds(parsed.GetValue(seconds)),
    parsed.GetValue(connections)!, parsed.GetValue(only)!).Run(ct));
var searches = new Option<int>("--searches") { DefaultValueFactory = _ => 100, Description = "How often each kind of search is made" };
var among = new Option<int>("--customers") { DefaultValueFactory = _ => 100_000, Description = "How many customers there are" };
var search = new Command("search", "Customers by parts of names, codes, phones and mails, one after the other") { provider, among, searches };
search.SetAction((parsed, ct) => new SearchCommand(parsed.GetValue(provider), parsed.GetValue(among), parsed.GetValue(searches)).Run(ct));
var duplicates = new Command("duplicates", "All customers compared with all in the background") { provider, among };
duplicates.SetAction((parsed, ct) => new DuplicatesCommand(parsed.GetValue(provider), parsed.GetValue(among)).Run(ct));
var import = new Command("import", "A file of customers checked, taken in, taken in again unchanged, and changed") { provider, among };
import.SetAction((parsed, ct) => new ImportCommand(parsed.GetValue(provider), parsed.GetValue(among)).Run(ct));
return await new RootCommand("Measures what docs/performance.md states") { load, search, duplicates, import }.Parse(args).InvokeAsync();

