import { writeFileSync, existsSync, readFileSync } from 'node:fs';
import { renderChart } from './src/charts/svg.ts';
if (!existsSync('/tmp/b/specs.json')) {
 const { readData } = await import('./scripts/read-data.ts'); const { loadReport } = await import('./src/load/load.ts'); const { deriveModel } = await import('./src/derive/model.ts'); const { editionsOf } = await import('./src/view/editions.ts'); const { viewAllCharts } = await import('./src/view/target-charts.ts');
 const files = readData('/tmp/b/200','en'); const {report}=loadReport(files); const model=deriveModel(report); const out=[]; for (const e of editionsOf(model,'/')) for (const c of viewAllCharts(e)) out.push(c.spec); writeFileSync('/tmp/b/specs.json',JSON.stringify(out)); console.log(out.length);
}
const specs=JSON.parse(readFileSync('/tmp/b/specs.json','utf8'));
const kinds={}; for(const s of specs) kinds[s.kind]=(kinds[s.kind]??0)+1; console.log(kinds);
import { createHash } from 'node:crypto';
const h=createHash('sha1'); for(const s of specs) h.update(renderChart(s)); console.log(h.digest('hex'));
for (let r=0;r<4;r++){const t=process.cpuUsage(); for(const s of specs) renderChart(s); const u=process.cpuUsage(t); console.log(((u.user+u.system)/1000/specs.length).toFixed(3),'ms a chart');}
