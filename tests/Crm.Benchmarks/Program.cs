Console.WriteLine("crm benchmarks");
